package io.agencyos.application.outreach.channel;

import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.PersonaId;
import java.util.List;
import java.util.Optional;

/**
 * What an assistant says and how; a version is never changed, another script is another version. Source: outreach 10.1.
 *
 * @param version from 1
 * @param opening its first words: who calls for whom, that it is a machine, that it may be recorded
 * @param prompt what it knows and how it behaves
 * @param voicemail what it says to a machine, at most 1,000 characters; empty to hang up
 * @param longestSeconds 60 to 600
 */
public record VoiceScript(
        ClientId clientId,
        CampaignId campaign,
        PersonaId persona,
        int version,
        String opening,
        String prompt,
        String voiceId,
        Optional<String> voicemail,
        List<String> endPhrases,
        int longestSeconds,
        boolean recorded) {

    public VoiceScript {
        endPhrases = List.copyOf(endPhrases);
    }
}
