package io.agencyos.application.outreach;

import io.agencyos.application.shared.TenantScope;
import io.agencyos.domain.outreach.gate.GateAnswer;
import io.agencyos.domain.shared.TouchKind;
import io.agencyos.domain.shared.id.CampaignId;
import io.agencyos.domain.shared.id.LeadId;
import io.agencyos.domain.shared.id.TouchId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jmolecules.architecture.hexagonal.PrimaryPort;
import org.jspecify.annotations.Nullable;

/**
 * What would leave on a day, as far as can be seen today: everything that is planned or due goes through the gate of the commit with
 * that day's budgets, and nothing is stored, reserved or sent. Source: outreach 19.3.
 */
@PrimaryPort
public interface PreviewOutreach {

    /** Most lines of one answer, the earliest first. */
    int MOST = 500;

    /**
     * One message, call or act.
     *
     * @param touch null where it is not planned yet
     * @param at when it would leave
     * @param sender what it would leave from, as people see it; null where nothing was found
     * @param refusal what keeps it; null where it would leave
     */
    record Line(
            @Nullable TouchId touch,
            LeadId lead,
            CampaignId campaign,
            TouchKind kind,
            int stepNo,
            Instant at,
            @Nullable String sender,
            GateAnswer.@Nullable Refused refusal) {}

    /** The next day of the client's calendar. */
    LocalDate tomorrow(TenantScope scope);

    /** The earliest first; empty for a day that is over. The day is one of the client's calendar. */
    List<Line> on(TenantScope scope, LocalDate day);
}
