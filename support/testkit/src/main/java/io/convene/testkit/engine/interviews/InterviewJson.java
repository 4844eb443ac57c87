package io.convene.testkit.engine.interviews;

import io.convene.core.Interview;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;

/** Interviews as JSON text, which passes from the tests into the host's layer. */
public final class InterviewJson {
    private static final Jsonb JSONB =
            JsonbBuilder.create(
                    new JsonbConfig()
                            .withPropertyNamingStrategy(
                                    PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    private InterviewJson() {}

    /** The interview as a JSON object. */
    public static String written(Interview interview) {
        return JSONB.toJson(interview);
    }

    /** The interview of a JSON object. */
    public static Interview read(String json) {
        return JSONB.fromJson(json, Interview.class);
    }
}
