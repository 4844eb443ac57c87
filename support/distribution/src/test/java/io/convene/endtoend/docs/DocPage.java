package io.convene.endtoend.docs;

import io.convene.endtoend.Docs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of the documentation. An example is a request, in a block {@code http} or as a command of
 * curl in a block {@code sh}, followed by a block {@code json} or {@code http} with its answer.
 */
final class DocPage {
    private static final Pattern TARGET = Pattern.compile("'http://[^/']+(/[^']*)'");

    private final String name;
    private final List<String> lines;

    /**
     * One request and its answer.
     *
     * @param line where the request begins, from 1
     * @param request its lines: method and target, the target perhaps over several, then headers,
     *     then perhaps an empty line and a body
     * @param answer the answer on the page, empty if there is none yet
     * @param headed whether status and headers are written too
     * @param from the first line of the answer, from 0; negative without an answer
     * @param to the line of the fence that ends the answer
     */
    record Example(
            int line, List<String> request, String answer, boolean headed, int from, int to) {
        String method() {
            return request.getFirst().split(" ")[0];
        }

        /** The target without the line breaks in it. */
        String target() {
            StringBuilder target = new StringBuilder(request.getFirst().split(" ", 2)[1]);
            request.stream()
                    .skip(1)
                    .takeWhile(line -> line.startsWith(" "))
                    .forEach(line -> target.append(line.strip()));
            return target.toString();
        }

        List<String> headers() {
            return request.stream()
                    .skip(1)
                    .dropWhile(line -> line.startsWith(" "))
                    .takeWhile(line -> !line.isEmpty())
                    .toList();
        }

        String body() {
            return String.join(
                    "\n", request.stream().dropWhile(line -> !line.isEmpty()).skip(1).toList());
        }
    }

    private DocPage(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    static DocPage read(String name) throws IOException {
        return new DocPage(name, new ArrayList<>(Docs.read(name).lines().toList()));
    }

    /** The requests in their order, the last one first when they are to be rewritten. */
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean curl = lines.get(i).equals("```sh") && lines.get(i + 1).startsWith("curl ");
            if (!curl && !lines.get(i).equals("```http")) {
                continue;
            }
            int end = end(i);
            List<String> block = List.copyOf(lines.subList(i + 1, end));
            List<String> request = curl ? request(block) : block;
            int fence = end + 1;
            while (fence < lines.size() && !lines.get(fence).startsWith("```")) {
                fence++;
            }
            boolean json = fence < lines.size() && lines.get(fence).equals("```json");
            boolean headed =
                    fence + 1 < lines.size()
                            && lines.get(fence).equals("```http")
                            && lines.get(fence + 1).startsWith("HTTP/1.1");
            if (json || headed) {
                int to = end(fence);
                String answer = String.join("\n", lines.subList(fence + 1, to));
                examples.add(new Example(i + 1, request, answer, headed, fence + 1, to));
                i = to;
            } else {
                // No answer is shown: this is right for requests to the sandbox only.
                examples.add(new Example(i + 1, request, "", false, -1, -1));
                i = end;
            }
        }
        return examples;
    }

    /** Writes these answers into the page, given in its order. */
    void rewrite(List<Example> examples, List<String> answers) throws IOException {
        for (int i = examples.size() - 1; i >= 0; i--) {
            Example example = examples.get(i);
            if (example.from() >= 0) {
                List<String> old = lines.subList(example.from(), example.to());
                old.clear();
                old.addAll(answers.get(i).lines().toList());
            }
        }
        Docs.write(name, String.join("\n", lines) + "\n");
    }

    /** The request that a command of curl sends, without its host and its token. */
    private static List<String> request(List<String> command) {
        Matcher target = TARGET.matcher(String.join(" ", command));
        if (!target.find()) {
            throw new IllegalStateException("No URL in " + command);
        }
        return List.of("GET " + target.group(1));
    }

    private int end(int fence) {
        int end = fence + 1;
        while (!lines.get(end).equals("```")) {
            end++;
        }
        return end;
    }
}
