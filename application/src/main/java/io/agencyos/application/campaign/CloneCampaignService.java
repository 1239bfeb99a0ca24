package io.agencyos.application.campaign;

import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.change.SettingsOf;
import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry.Change;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.Map;

/** The copy is numbered where a copy is there already; the index decides, so that two at once get two names. */
final class CloneCampaignService implements CloneCampaign {

    private static final int LONGEST_NAME = 255;
    private static final int MOST_COPIES = 100;

    private final CampaignPorts ports;
    private final Trail trail;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    CloneCampaignService(CampaignPorts ports, Trail trail, UnitOfWork units, ClockPort clock, IdSource ids) {
        this.ports = ports;
        this.trail = trail;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome copy(TenantScope scope, CampaignId campaign, Origin origin) {
        if (!Permissions.permits(scope, Role.MEMBER)) {
            return new Outcome.RoleRequired(Role.MEMBER);
        }
        for (int number = 1; ; number++) {
            try {
                String ending = number == 1 ? " (copy)" : " (copy " + number + ")";
                return units.inTenant(scope.asWorker(), () -> copyInside(scope, campaign, ending, origin));
            } catch (UniqueViolation taken) {
                if (number == MOST_COPIES || !taken.getMessage().contains(SettingsOf.NAME_INDEX)) {
                    throw taken;
                }
            }
        }
    }

    private Outcome copyInside(TenantScope scope, CampaignId campaign, String ending, Origin origin) {
        return ports.campaigns()
                .find(scope.clientId(), campaign)
                .<Outcome>map(source -> {
                    Instant now = clock.now();
                    int room = LONGEST_NAME - ending.length();
                    String name = source.name().length() > room ? source.name().substring(0, room) : source.name();
                    Campaign copy = source.copied(new CampaignId(ids.next()), name + ending, now);
                    Sequence steps = ports.campaigns()
                            .sequence(
                                    scope.clientId(),
                                    source.id(),
                                    source.sequence().version())
                            .orElseThrow();
                    ports.campaigns().insert(copy, new Sequence(scope.clientId(), copy.id(), 1, steps.steps(), now));
                    ports.campaigns()
                            .senders(scope.clientId(), source.id())
                            .forEach(sender -> ports.campaigns().addSender(sender.of(ids.next(), copy.id(), now)));
                    trail.campaign(
                            scope, AuditAction.CREATE, copy, Map.of("name", new Change(null, copy.name())), origin);
                    return new Outcome.Cloned(copy);
                })
                .orElseGet(Outcome.NotFound::new);
    }
}
