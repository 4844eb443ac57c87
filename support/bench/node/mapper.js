'use strict';

// The unified list as a team would write it for itself in an afternoon with node:http alone. It answers the same JSON as
// Convene for the page that is measured. Arguments: the configuration, and how many processes share the port.

const cluster = require('node:cluster');
const crypto = require('node:crypto');
const fs = require('node:fs');
const http = require('node:http');
const https = require('node:https');

const config = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const processes = Number(process.argv[3] ?? 1);
const tokenHash = Buffer.from(config.token_sha256, 'hex');

class HttpError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

// --- calls to vendors

const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
};

function call(method, url, headers, body) {
  return new Promise((resolve, reject) => {
    const target = new URL(url);
    const { request } = target.protocol === 'https:' ? https : http;
    const out = request(target, { method, headers, agent: agents[target.protocol] }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode !== 200) {
          reject(new HttpError(502, `the vendor answered ${answer.statusCode}`));
          return;
        }
        try {
          resolve({ headers: answer.headers, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
        } catch (e) {
          reject(e);
        }
      });
    });
    out.on('error', reject);
    out.end(body);
  });
}

function post(url, headers, body) {
  return call('POST', url, { ...headers, 'Content-Length': Buffer.byteLength(body) }, body);
}

function basic(user, password) {
  return 'Basic ' + Buffer.from(`${user}:${password}`).toString('base64');
}

// --- mapping

/** The text of a value: not blank, or a number. What is undefined is left out of the JSON. */
function text(value) {
  if (typeof value === 'string') {
    return value.trim() === '' ? undefined : value;
  }
  return typeof value === 'number' ? String(value) : undefined;
}

function reference(id) {
  return id === undefined ? undefined : { id };
}

function references(ids) {
  return ids.size === 0 ? undefined : Array.from(ids, (id) => ({ id }));
}

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

function utc(time) {
  if (time === undefined || UTC.test(time)) {
    return time;
  }
  if (DATE.test(time)) {
    return `${time}T00:00:00Z`;
  }
  const parsed = new Date(time);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString();
}

const ASHBY_STATUSES = {
  NeedsScheduling: 'draft',
  SchedulingRequested: 'draft',
  WaitingOnCandidateBooking: 'draft',
  WaitingOnCandidateAvailability: 'draft',
  CandidateAvailabilitySubmitted: 'draft',
  OnHold: 'draft',
  Scheduled: 'scheduled',
  WaitingOnFeedback: 'awaiting_feedback',
  Complete: 'completed',
  Cancelled: 'cancelled',
};

function userId(user) {
  return text(user !== null && typeof user === 'object' ? user.id : user);
}

function first(events, name) {
  for (const event of events) {
    const found = text(event[name]);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function outermost(events, name, earliest) {
  let outermost;
  for (const event of events) {
    const time = text(event[name]);
    if (time !== undefined && (outermost === undefined || Date.parse(time) < Date.parse(outermost) === earliest)) {
      outermost = time;
    }
  }
  return outermost;
}

function ashbyInterview(schedule) {
  const events = schedule.interviewEvents ?? [];
  const interviewers = new Set();
  for (const event of events) {
    const users = event.interviewers?.length > 0 ? event.interviewers : (event.interviewerUserIds ?? []);
    for (const user of users) {
      const id = userId(user);
      if (id !== undefined) {
        interviewers.add(id);
      }
    }
  }
  return {
    id: text(schedule.id),
    application: reference(text(schedule.applicationId)),
    job_interview_stage: reference(text(schedule.interviewStageId)),
    organizer: reference(userId(schedule.scheduledBy)),
    interviewers: references(interviewers),
    location: first(events, 'location') ?? first(events, 'meetingLink'),
    start_at: utc(outermost(events, 'startTime', true)),
    end_at: utc(outermost(events, 'endTime', false)),
    status: ASHBY_STATUSES[schedule.status],
    created_at: utc(text(schedule.createdAt) ?? outermost(events, 'createdAt', true)),
    updated_at: utc(text(schedule.updatedAt)),
    remote_data: schedule,
  };
}

async function ashbyPage(account, limit, cursor) {
  const { json } = await post(
    `${account.base_url}/interviewSchedule.list`,
    {
      Authorization: basic(account.credentials.api_key, ''),
      'Content-Type': 'application/json',
      Accept: 'application/json; version=1',
    },
    JSON.stringify({ limit: Math.min(limit, 100), cursor }),
  );
  if (json.success !== true) {
    throw new HttpError(502, 'Ashby did not answer with success');
  }
  return {
    result: json.results.map(ashbyInterview),
    cursor: json.moreDataAvailable ? json.nextCursor : undefined,
  };
}

const GREENHOUSE_STATUSES = {
  to_be_scheduled: 'draft',
  to_be_sent: 'draft',
  scheduled: 'scheduled',
  sent: 'scheduled',
  awaiting_feedback: 'awaiting_feedback',
  collect_feedback: 'awaiting_feedback',
  received: 'awaiting_feedback',
  complete: 'completed',
  skipped: 'cancelled',
};
const BATCH = 50;
const NEXT = /<[^>]*[?&]cursor=([^&>]+)[^>]*>\s*;\s*rel="next"/;

function greenhouseInterview(row, panel) {
  const interviewers = new Set();
  for (const member of panel) {
    const id = text(member.user_id);
    if (id !== undefined) {
      interviewers.add(id);
    }
  }
  row.interviewers = panel;
  return {
    id: text(row.id),
    application: reference(text(row.application_id)),
    organizer: reference(text(row.organizer_id)),
    interviewers: references(interviewers),
    location: text(row.location) ?? text(row.video_conferencing_url),
    start_at: utc(text(row.starts_at) ?? text(row.all_day_start_on)),
    end_at: utc(text(row.ends_at) ?? text(row.all_day_end_on)),
    status: GREENHOUSE_STATUSES[row.status],
    created_at: utc(text(row.created_at)),
    updated_at: utc(text(row.updated_at)),
    remote_data: row,
  };
}

// One token for the whole run: the vendor's last longer.
const tokens = new Map();

async function greenhouseToken(account) {
  const held = tokens.get(account);
  if (held !== undefined) {
    return held;
  }
  const { json } = await post(
    `${account.base_url}/token`,
    {
      Authorization: basic(account.credentials.client_id, account.credentials.client_secret),
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    'grant_type=client_credentials',
  );
  tokens.set(account, json.access_token);
  return json.access_token;
}

async function greenhousePage(account, limit, cursor) {
  const headers = { Authorization: `Bearer ${await greenhouseToken(account)}`, Accept: 'application/json' };
  const list = (pathAndQuery) => call('GET', `${account.base_url}/v3/${pathAndQuery}`, headers);
  const answer = await list(
    cursor === undefined ? `interviews?per_page=${limit}` : `interviews?cursor=${encodeURIComponent(cursor)}`,
  );
  const rows = answer.json;
  const batches = [];
  for (let from = 0; from < rows.length; from += BATCH) {
    const ids = rows.slice(from, from + BATCH).map((row) => row.id);
    batches.push(list(`interviewers?per_page=500&interview_ids=${ids.join(',')}`));
  }
  const panels = new Map(rows.map((row) => [row.id, []]));
  for (const batch of await Promise.all(batches)) {
    for (const member of batch.json) {
      panels.get(member.interview_id)?.push(member);
    }
  }
  const next = NEXT.exec(answer.headers.link ?? '');
  return {
    result: rows.map((row) => greenhouseInterview(row, panels.get(row.id))),
    cursor: next === null ? undefined : decodeURIComponent(next[1]),
  };
}

const integrations = { ashby: ashbyPage, greenhouse: greenhousePage };

// --- the endpoint

function authorize(header) {
  const token = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : '';
  const hash = crypto.createHash('sha256').update(token).digest();
  if (!crypto.timingSafeEqual(hash, tokenHash)) {
    throw new HttpError(401, 'the token is missing or wrong');
  }
}

function encodeCursor(account, cursor) {
  return cursor === undefined ? null : Buffer.from(JSON.stringify({ account, cursor })).toString('base64url');
}

function decodeCursor(account, cursor) {
  if (!cursor) {
    return undefined;
  }
  let read;
  try {
    read = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new HttpError(400, 'the cursor cannot be read');
  }
  if (read.account !== account) {
    throw new HttpError(400, "the cursor is another account's");
  }
  return read.cursor;
}

async function list(request) {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname !== '/unified/ats/interviews') {
    throw new HttpError(404, 'there is nothing here');
  }
  authorize(request.headers.authorization);
  const id = url.searchParams.get('integrated_account_id');
  const account = config.accounts[id];
  if (account === undefined) {
    throw new HttpError(404, 'there is no such account');
  }
  const limit = Number(url.searchParams.get('limit') ?? 100);
  const cursor = decodeCursor(id, url.searchParams.get('next_cursor'));
  const page = await integrations[account.integration](account, limit, cursor);
  return JSON.stringify({
    result: page.result,
    next_cursor: encodeCursor(id, page.cursor),
    prev_cursor: null,
    result_count: page.result.length,
  });
}

function send(response, status, body) {
  const bytes = Buffer.from(body);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length });
  response.end(bytes);
}

function serve() {
  const server = http.createServer((request, response) => {
    list(request).then(
      (body) => send(response, 200, body),
      (error) => send(response, error.status ?? 500, JSON.stringify({ message: error.message })),
    );
  });
  server.listen(0, '127.0.0.1', () => {
    if (processes === 1) {
      console.log(`ready http=${server.address().port}`);
    }
  });
}

if (processes > 1 && cluster.isPrimary) {
  let listening = 0;
  cluster.on('listening', (worker, address) => {
    listening += 1;
    if (listening === processes) {
      console.log(`ready http=${address.port}`);
    }
  });
  for (let i = 0; i < processes; i++) {
    cluster.fork();
  }
} else {
  serve();
}
