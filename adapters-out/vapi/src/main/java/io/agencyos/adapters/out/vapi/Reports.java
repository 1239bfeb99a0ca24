package io.agencyos.adapters.out.vapi;

import io.agencyos.adapters.out.vendorhttp.Fields;
import io.agencyos.application.conversation.inbox.ChannelEvent;
import io.agencyos.domain.conversation.CallTalk;
import io.agencyos.domain.outreach.call.CallOutcome;
import io.agencyos.domain.outreach.call.CallReport;
import io.agencyos.domain.outreach.call.CallTrouble;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** An ended call in the domain's words, from the call itself or from the report that the vendor pushes. Source: vapi 5, 6. */
final class Reports {

    private static final Logger LOG = LoggerFactory.getLogger(Reports.class);

    private Reports() {}

    /** A call that somebody made to us is a person who spoke; one that we made has its report. Source: outreach 10.5. */
    static ChannelEvent event(
            String key, Instant at, ChannelEvent.About about, JsonNode told, JsonNode call, JsonNode assistant) {
        if (Fields.text(call, "type").filter("inboundPhoneCall"::equals).isEmpty()) {
            return new ChannelEvent.CallReported(key, at, about, of(told, assistant));
        }
        String words = Fields.text(told.path("artifact"), "transcript")
                .map(CallTalk::wordsOf)
                .orElse("");
        if (words.isBlank()) {
            return new ChannelEvent.Noted(key, at, about, "rang_us");
        }
        return CallTalk.optsOut(words)
                ? new ChannelEvent.OptedOut(key, at, about, words)
                : new ChannelEvent.Received(key, at, about, null, words, null);
    }

    /** @param told what holds reason, times, cost and artefacts; {@code assistant} what the call was made with */
    static CallReport of(JsonNode told, JsonNode assistant) {
        String reason = Fields.text(told, "endedReason").orElse("");
        EndReasons.Meaning meaning = EndReasons.of(reason);
        if (meaning.trouble().filter(CallTrouble.UNKNOWN_END_REASON::equals).isPresent()) {
            LOG.warn("vendor={} unknown_end_reason", Failures.VENDOR);
        }
        JsonNode artifact = told.path("artifact");
        return new CallReport(
                outcome(meaning, artifact, assistant),
                meaning.trouble(),
                seconds(told),
                Fields.decimal(told, "cost").orElse(BigDecimal.ZERO),
                Fields.text(artifact, "transcript"),
                Fields.text(told.path("analysis"), "summary"),
                recorded(artifact));
    }

    private static CallOutcome outcome(EndReasons.Meaning meaning, JsonNode artifact, JsonNode assistant) {
        return switch (meaning.outcome()) {
            case VOICEMAIL_DETECTED ->
                Fields.text(assistant, "voicemailMessage").isPresent()
                        ? CallOutcome.VOICEMAIL_LEFT
                        : CallOutcome.VOICEMAIL_DETECTED;
            case ANSWERED ->
                meaning.needsVoice() && !somebodySpoke(artifact) ? CallOutcome.NO_ANSWER : CallOutcome.ANSWERED;
            case BUSY, NO_ANSWER, VOICEMAIL_LEFT, TRANSFERRED, CANCELLED, FAILED_TECHNICAL -> meaning.outcome();
        };
    }

    private static boolean somebodySpoke(JsonNode artifact) {
        return Fields.items(artifact.path("messages")).stream()
                .anyMatch(message ->
                        Fields.text(message, "role").filter("user"::equals).isPresent());
    }

    private static long seconds(JsonNode told) {
        Optional<Instant> from = Fields.instant(told, "startedAt");
        Optional<Instant> to = Fields.instant(told, "endedAt");
        return from.isPresent() && to.isPresent()
                ? Math.max(0, Duration.between(from.get(), to.get()).toSeconds())
                : 0;
    }

    private static boolean recorded(JsonNode artifact) {
        return Fields.text(artifact.path("recording").path("mono"), "combinedUrl")
                        .isPresent()
                || Fields.text(artifact, "recordingUrl").isPresent();
    }
}
