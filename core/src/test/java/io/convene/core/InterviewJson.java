package io.convene.core;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;

/** Interviews as JSON, bound as the Javadoc of {@link Interview} shows. */
final class InterviewJson {
    private static final Jsonb JSONB =
            JsonbBuilder.create(
                    new JsonbConfig()
                            .withPropertyNamingStrategy(
                                    PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    private InterviewJson() {}

    static Interview read(String json) {
        return JSONB.fromJson(json, Interview.class);
    }

    static String written(Interview interview) {
        return JSONB.toJson(interview);
    }
}
