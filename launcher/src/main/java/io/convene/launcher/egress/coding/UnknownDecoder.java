package io.convene.launcher.egress.coding;

import java.nio.ByteBuffer;

/** A coding that is not supported: an empty body passes, any other one does not. */
record UnknownDecoder(String coding) implements Decoder {
    private static final int LONGEST = 40;

    @Override
    public void decode(ByteBuffer in, Output out) throws UnusableAnswerException {
        if (in.hasRemaining()) {
            String name = coding.replaceAll("[^ -~]", "?");
            throw new UnusableAnswerException(
                    "has the Content-Encoding \"%s\", which is not supported; gzip and deflate are"
                            .formatted(
                                    name.length() > LONGEST
                                            ? name.substring(0, LONGEST) + "…"
                                            : name));
        }
    }

    @Override
    public boolean isComplete() {
        return true;
    }

    @Override
    public void close() {}
}
