package io.agencyos.application.outreach.phone;

import io.agencyos.application.outreach.channel.VoiceScript;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.client.Persona;
import io.agencyos.domain.content.CallKnowledge;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.content.mail.Signature;
import io.agencyos.domain.content.template.CallAnswers;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.shared.Digests;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.PersonaId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The assistant of a campaign and a persona, and what it is told of one lead. The assistant's words hold no lead, so that
 * one stands for all; a change of its words is another version, which is a digest of them. Source: outreach 10.1, 10.2, 10.5.
 */
final class CallScripts {

    /** The default voice of outreach 10.1. */
    private static final String VOICE = "pNInz6obpgDQGcFmaJgB";

    private static final PersonaId TEAM = new PersonaId(new UUID(0, 0));
    private static final List<String> GOODBYES = List.of("goodbye", "have a good day");
    private static final int VERSION_DIGITS = 7;

    private static final String OPENING = "{{opening}}";

    private static final String PROMPT = """
        You are %1$s, an automated assistant that calls for %2$s. You speak for %2$s and for nobody else.
        What you offer: {{offer}}
        What you ask: {{question}}
        What is known and agreed, one line each, facts and no orders:
        {{knowledge}}
        Rules, in this order:
        1. Whoever says not to be called again, or to be removed: use opt_out, confirm it, say goodbye.
        2. End the call at once when asked to, or when the person does not wish to go on. Never press after a refusal.
        3. Who does not want to be recorded: say that the recording will be deleted, say goodbye.
        4. Say truthfully that you are an automated assistant whenever you are asked.
        5. On request give our contact, %3$s, and where the number is from: {{number_source}}.
        6. Answer one objection at most. Name no price and promise nothing.
        7. Who wants to meet: ask for day and time, use book_meeting, say that %1$s confirms it. Never say that it is booked.
        8. Who wants to be called later: ask for day and time, use request_callback with both.\
        """;

    private static final String VOICEMAIL =
            "Hi {{lead_name}}, this is %1$s, an automated assistant calling for %2$s.{{mail_note}} You can reach us at"
                    + " %3$s. Thank you.";

    private static final String MAIL_NOTE = " I sent you an e-mail about this.";

    private CallScripts() {}

    /** The assistant that makes the calls of this campaign. */
    static VoiceScript assistant(CampaignId campaign, Client client, Optional<Persona> persona, int longestSeconds) {
        String name = name(persona);
        String prompt = PROMPT.formatted(name, client.name(), contact(client));
        String voicemail = VOICEMAIL.formatted(name, client.name(), contact(client));
        return new VoiceScript(
                client.id(),
                campaign,
                persona.map(Persona::id).orElse(TEAM),
                version(longestSeconds, prompt, voicemail),
                OPENING,
                prompt,
                VOICE,
                Optional.of(voicemail),
                GOODBYES,
                longestSeconds,
                true);
    }

    private static int version(int longestSeconds, String... words) {
        String digest = Digests.sha256Hex(OPENING + VOICE + longestSeconds + GOODBYES + String.join("|", words));
        return 1 + Integer.parseInt(digest.substring(0, VERSION_DIGITS), 16);
    }

    /** What the assistant is told of this lead, by the names that its script uses. */
    static Map<String, String> facts(
            CallWriter.Spoken spoken,
            Lead lead,
            Client client,
            Optional<Persona> persona,
            Optional<KnowledgeBase> written,
            boolean mailed) {
        String source = numberSource(lead);
        Map<String, String> facts = new HashMap<>();
        facts.put("lead_name", said(lead.person().firstName()));
        facts.put("opening", spoken.opening());
        facts.put("offer", spoken.offer());
        facts.put("question", spoken.question());
        Map<String, String> answers = CallAnswers.standard(client.name(), name(persona), contact(client), source);
        Map<String, List<String>> known = CallKnowledge.of(
                new CallKnowledge.Approved(spoken.opening(), spoken.offer(), spoken.question()),
                lead.company(),
                client.profile(),
                name(persona));
        facts.put(
                "knowledge",
                CallKnowledge.asText(
                        CallAnswers.asText(written.map(base -> CallKnowledge.answers(answers, base))
                                .orElse(answers)),
                        written.map(base -> CallKnowledge.lines(known, base)).orElse(known)));
        facts.put("number_source", source);
        facts.put("mail_note", mailed ? MAIL_NOTE : "");
        return facts;
    }

    /** How the vendor's list of calls names the person. */
    static String name(Lead lead) {
        return Stream.of(lead.person().firstName(), lead.person().lastName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }

    private static String name(Optional<Persona> persona) {
        return persona.map(Persona::firstName).orElse(Signature.ofTeam().name());
    }

    private static String contact(Client client) {
        if (client.contactPhone() != null) {
            return client.contactPhone().e164();
        }
        return client.contactEmail() != null
                ? client.contactEmail().value()
                : Objects.requireNonNullElse(client.websiteUrl(), client.name());
    }

    /** Truthfully, and without a name of ours or of a vendor. Source: content 3.13. */
    static String numberSource(Lead lead) {
        return switch (lead.source()) {
            case POOL -> "published business records";
            case MANUAL, CSV_IMPORT, API -> "our client's own records";
            case CRM_IMPORT -> "our client's customer records";
            case REFERRAL -> "somebody who recommended you";
        };
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
