package io.agencyos.application.campaign;

import io.agencyos.application.campaign.change.CampaignLocks;
import io.agencyos.application.campaign.change.Permissions;
import io.agencyos.application.campaign.change.SettingsOf;
import io.agencyos.application.campaign.change.Trail;
import io.agencyos.application.campaign.store.CampaignPorts;
import io.agencyos.application.resource.SendingChannels;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.ConcurrentUpdate;
import io.agencyos.application.shared.TenantScope;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.CampaignRules;
import io.agencyos.domain.campaign.sequence.Sequence;
import io.agencyos.domain.campaign.sequence.SequenceEdit;
import io.agencyos.domain.campaign.sequence.SequenceRules;
import io.agencyos.domain.campaign.sequence.SequenceStep;
import io.agencyos.domain.campaign.sequence.SequenceTemplate;
import io.agencyos.domain.client.identity.Role;
import io.agencyos.domain.platform.AuditAction;
import io.agencyos.domain.platform.AuditEntry;
import io.agencyos.domain.platform.AuditEntry.Origin;
import io.agencyos.domain.shared.id.CampaignId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The campaign's row carries the newest version, so that two edits at once leave no gap and no lost one. */
final class EditSequenceService implements EditSequence {

    private final CampaignPorts ports;
    private final CampaignLocks locks;
    private final SendingChannels channels;
    private final Trail trail;
    private final UnitOfWork units;
    private final ClockPort clock;

    EditSequenceService(CampaignPorts ports, Trail trail, UnitOfWork units, ClockPort clock) {
        this.ports = ports;
        this.locks = new CampaignLocks(ports);
        this.channels = ports.channels();
        this.trail = trail;
        this.units = units;
        this.clock = clock;
    }

    @Override
    public Outcome edit(TenantScope scope, CampaignId campaign, int version, Change change, Origin origin) {
        if (!Permissions.permits(scope, Role.MEMBER)) {
            return new Outcome.RoleRequired(Role.MEMBER);
        }
        return units.inTenant(scope.asWorker(), () -> editInside(scope, campaign, version, change, origin));
    }

    private Outcome editInside(TenantScope scope, CampaignId id, int version, Change change, Origin origin) {
        Optional<Campaign> found = locks.hold(scope.clientId(), id).map(CampaignLocks.Held::campaign);
        if (found.isEmpty()) {
            return new Outcome.NotFound();
        }
        Campaign campaign = found.get();
        if (campaign.sequence().version() != version) {
            throw new ConcurrentUpdate("sequence of campaign " + id.text());
        }
        if (campaign.status().isTerminal()) {
            return new Outcome.Terminal();
        }
        List<SequenceStep> before = ports.campaigns()
                .sequence(scope.clientId(), id, version)
                .map(Sequence::steps)
                .orElse(List.of());
        SequenceEdit edit = edit(scope, change);
        if (!edit.fits(before)) {
            return change instanceof Change.Order
                    ? new Outcome.Invalid(
                            List.of(new SequenceRules.Problem("order", "Every step is named once, and no other.")))
                    : new Outcome.NotFound();
        }
        List<SequenceStep> steps = edit.applied(before);
        Campaign paced = change instanceof Change.Reset(SequenceTemplate template)
                ? campaign.with(template.paced(campaign.settings()), clock.now())
                : campaign;
        List<SequenceRules.Problem> problems = problems(paced, steps);
        return problems.isEmpty()
                ? written(scope, paced, steps, change instanceof Change.Reset, origin)
                : new Outcome.Invalid(problems);
    }

    private SequenceEdit edit(TenantScope scope, Change change) {
        return switch (change) {
            case Change.Insert(SequenceStep step) -> new SequenceEdit.Insert(step);
            case Change.Replace(SequenceStep step) -> new SequenceEdit.Replace(step);
            case Change.Delete(int stepNo) -> new SequenceEdit.Delete(stepNo);
            case Change.Order(List<Integer> numbers) -> new SequenceEdit.Order(numbers);
            case Change.Reset(SequenceTemplate template) ->
                new SequenceEdit.Reset(template, channels.orEmail(scope.clientId()));
        };
    }

    /** A step on a channel that the campaign's hours never open is a problem of the step. */
    private static List<SequenceRules.Problem> problems(Campaign campaign, List<SequenceStep> steps) {
        List<SequenceRules.Problem> problems = new ArrayList<>(SequenceRules.problems(steps));
        CampaignRules.problems(campaign.settings(), SettingsOf.used(steps)).stream()
                .filter(problem -> problem.code().equals(CampaignRules.EMPTY_SEND_WINDOW))
                .map(problem -> new SequenceRules.Problem("steps", problem.reason()))
                .forEach(problems::add);
        return problems;
    }

    private Outcome written(
            TenantScope scope, Campaign campaign, List<SequenceStep> steps, boolean isDefault, Origin origin) {
        Instant now = clock.now();
        int next = campaign.sequence().version() + 1;
        Sequence sequence = new Sequence(scope.clientId(), campaign.id(), next, steps, now);
        ports.campaigns().addSequence(sequence);
        Campaign changed = ports.campaigns().update(campaign.sequenced(next, isDefault, now));
        int moved = ports.enrolments().repin(sequence);
        trail.campaign(
                scope,
                AuditAction.UPDATE,
                changed,
                Map.of("sequence_version", new AuditEntry.Change(Integer.toString(next - 1), Integer.toString(next))),
                origin);
        return new Outcome.Edited(changed, sequence, moved);
    }
}
