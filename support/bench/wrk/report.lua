-- One line with exact numbers, in place of wrk's rounded ones.
done = function(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "bench requests=%d microseconds=%d bytes=%d p50=%d p99=%d status=%d socket=%d\n",
    summary.requests, summary.duration, summary.bytes, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
