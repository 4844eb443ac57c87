package io.convene.bench.load;

import io.convene.bench.BenchException;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The result of one run of load.
 *
 * @param requests answered
 * @param seconds it lasted
 * @param bytes received, heads included
 * @param p50 median latency in milliseconds
 * @param p99 latency in milliseconds that one of a hundred requests exceeded
 */
public record Load(long requests, double seconds, long bytes, double p50, double p99) {
    private static final Pattern LINE =
            Pattern.compile(
                    "bench requests=(?<requests>\\d+) microseconds=(?<time>\\d+) bytes=(?<bytes>\\d+)"
                            + " p50=(?<p50>\\d+) p99=(?<p99>\\d+) status=(?<status>\\d+) socket=(?<socket>\\d+)");
    private static final double THOUSAND = 1000;
    private static final double MILLION = 1_000_000;

    /**
     * Reads the line that {@code wrk/report.lua} prints.
     *
     * @throws BenchException when there is none, or it tells of errors
     */
    static Load parse(String output) {
        Matcher line = LINE.matcher(output);
        if (!line.find()) {
            throw new BenchException("wrk did not report: " + output);
        }
        if (!line.group("status").equals("0") || !line.group("socket").equals("0")) {
            throw new BenchException("there were errors under load: " + line.group());
        }
        return new Load(
                Long.parseLong(line.group("requests")),
                Long.parseLong(line.group("time")) / MILLION,
                Long.parseLong(line.group("bytes")),
                Long.parseLong(line.group("p50")) / THOUSAND,
                Long.parseLong(line.group("p99")) / THOUSAND);
    }

    /** Requests answered per second. */
    public double perSecond() {
        return requests / seconds;
    }
}
