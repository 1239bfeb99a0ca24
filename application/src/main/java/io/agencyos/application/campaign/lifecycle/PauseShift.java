package io.agencyos.application.campaign.lifecycle;

import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.client.Client;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Moves what was due in and after an emergency pause by its length, in whole days of the client's zone, so that every
 * lead keeps the distance between its steps. Inside the caller's unit of work. Source: scoring PLAN-6.
 */
public record PauseShift(Enrolments enrolments) {

    private static final int CHUNK = 500;

    /** How many midnights of the client's zone the pause has seen. */
    public static int days(Client client, Client.Pause pause, Instant now) {
        return Math.toIntExact(ChronoUnit.DAYS.between(
                LocalDate.ofInstant(pause.at(), client.timezone()), LocalDate.ofInstant(now, client.timezone())));
    }

    /** @return how many enrolments were moved */
    int shift(ClientId client, CampaignId campaign, int days) {
        int moved = 0;
        if (days < 1) {
            return moved;
        }
        for (List<EnrolmentId> ids = enrolments.live(client, campaign, null, CHUNK);
                !ids.isEmpty();
                ids = enrolments.live(client, campaign, ids.getLast(), CHUNK)) {
            List<Enrolment> running = enrolments.lockAll(client, ids).stream()
                    .filter(enrolment -> enrolment.state().maySend())
                    .map(enrolment -> enrolment.delayed(days))
                    .toList();
            enrolments.updateAll(running);
            moved += running.size();
        }
        return moved;
    }
}
