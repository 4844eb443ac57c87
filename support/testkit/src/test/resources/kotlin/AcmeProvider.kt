package com.acme.kotlin

import io.convene.core.Field
import io.convene.core.Filter
import io.convene.core.InterviewDraft
import io.convene.core.InterviewStatus
import io.convene.core.Item
import io.convene.core.spi.AtsProvider
import io.convene.core.spi.Authentication
import io.convene.core.spi.Listing
import io.convene.core.spi.Page
import io.convene.core.spi.Position
import io.convene.core.spi.ProviderDescriptor
import io.convene.core.spi.Query
import io.convene.core.spi.Secret
import io.convene.core.spi.Setting
import io.convene.core.spi.Settings
import io.convene.core.spi.Support
import io.convene.core.spi.VendorException
import io.convene.core.spi.VendorRequest
import io.convene.core.spi.VendorResponse
import java.util.Optional

class AcmeProvider : AtsProvider {
    override fun descriptor(): ProviderDescriptor = description

    override fun interviews(): Optional<Listing<InterviewDraft>> = Optional.of(AcmeInterviews)

    private companion object {
        val description: ProviderDescriptor =
            ProviderDescriptor.builder("Acme in Kotlin")
                .host("api.acme.example")
                .setting(
                    Setting.url("base_url")
                        .defaultValue("https://api.acme.example")
                        .help("The address of Acme's API.")
                )
                .authentication(
                    Authentication.apiKey("X-Api-Key")
                )
                .build()
    }
}

private object AcmeInterviews : Listing<InterviewDraft> {
    private val statuses =
        mapOf("planned" to InterviewStatus.SCHEDULED, "done" to InterviewStatus.COMPLETED)

    override fun support(settings: Settings): Support =
        Support.builder()
            .vendor(Filter.CANDIDATE_ID)
            .local(Filter.CREATED_AT, Filter.START_AT)
            .fields(Field.CANDIDATE, Field.START_AT, Field.STATUS, Field.CREATED_AT)
            .build()

    override fun request(query: Query, position: Position): VendorRequest {
        val request =
            VendorRequest.get(query.settings().url("base_url") + "/interviews")
                .query("page", number(position).toLong())
                .query("per_page", query.pageSize().coerceIn(1, 100).toLong())
        query.values(Filter.CANDIDATE_ID)
            .takeIf { it.isNotEmpty() }
            ?.let { request.query("candidate_ids", it.joinToString(",")) }
        return request.build()
    }

    override fun page(response: VendorResponse, query: Query, position: Position): Page {
        if (!response.isSuccess) {
            throw response.failure(response.jsonIfAny().text("message").string())
        }
        val body = response.json()
        if (!body.at("data").isArray) {
            throw VendorException(VendorException.Kind.UNUSABLE_ANSWER, "Acme's answer has no data.")
        }
        val items = body.each("data")
        return when (body.text("more").string()) {
            "true" -> Page.of(items, Position.of(1, 0, "${number(position) + 1}"))
            "false" -> Page.last(items)
            else ->
                throw VendorException(
                    VendorException.Kind.UNUSABLE_ANSWER,
                    "Acme's answer does not say whether more follows.",
                )
        }
    }

    override fun map(item: Item, query: Query, draft: InterviewDraft) {
        draft.id(item.text("id"))
            .candidate(item.text("candidate_id"))
            .startAt(item.text("starts_at"))
            .createdAt(item.text("created_at"))
        statuses[item.text("state").string()]?.let(draft::status)
    }

    private fun number(position: Position): Int =
        when {
            position == Position.start() -> 1
            position.format() == 1 -> position.token().toIntOrNull()
            else -> null
        } ?: throw VendorException(
            VendorException.Kind.BAD_CURSOR,
            "The position is none of Acme's pages.",
        )
}
