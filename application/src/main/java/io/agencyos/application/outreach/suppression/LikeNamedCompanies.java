package io.agencyos.application.outreach.suppression;

import io.agencyos.application.campaign.store.Campaigns;
import io.agencyos.application.campaign.store.Enrolments;
import io.agencyos.application.lead.store.Leads;
import io.agencyos.application.platform.Tasks;
import io.agencyos.application.shared.IdSource;
import io.agencyos.domain.campaign.Campaign;
import io.agencyos.domain.campaign.enrolment.Enrolment;
import io.agencyos.domain.lead.Lead;
import io.agencyos.domain.lead.LikeNamed;
import io.agencyos.domain.lead.Suppression;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.shared.contact.NameKey;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.EnrolmentId;
import io.agencyos.domain.shared.id.TaskId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads in sequence whose company is named much like one that is not to be contacted: a person looks whether it is the same.
 * Works inside the caller's unit of work. Source: outreach 6.2.
 */
record LikeNamedCompanies(Enrolments enrolments, Campaigns campaigns, Leads leads, Tasks tasks, IdSource ids) {

    private static final int BATCH = 500;
    private static final int AT_MOST = 20;

    /** One task for each such company, {@value #AT_MOST} at most. */
    void review(ClientId client, Suppression entry) {
        if (entry.keyType() != SuppressionKeyType.COMPANY) {
            return;
        }
        NameKey closed = new NameKey(entry.key());
        Map<NameKey, Lead> alike = new LinkedHashMap<>();
        for (Campaign campaign : campaigns.all(client)) {
            List<EnrolmentId> live = enrolments.live(client, campaign.id(), null, BATCH);
            while (!live.isEmpty() && alike.size() < AT_MOST) {
                leads.findAll(
                                client,
                                enrolments.findAll(client, live).stream()
                                        .map(Enrolment::leadId)
                                        .toList())
                        .forEach(lead -> name(lead)
                                .filter(name -> LikeNamed.alike(closed, name))
                                .ifPresent(name -> alike.putIfAbsent(name, lead)));
                live = enrolments.live(client, campaign.id(), live.getLast(), BATCH);
            }
        }
        tasks.open(alike.entrySet().stream()
                .limit(AT_MOST)
                .map(found -> task(client, closed, found.getKey(), found.getValue()))
                .toList());
    }

    private static Optional<NameKey> name(Lead lead) {
        return Optional.ofNullable(lead.company().name())
                .flatMap(name -> NameKey.of(name).toOptional());
    }

    private Tasks.NewTask task(ClientId client, NameKey closed, NameKey found, Lead lead) {
        return new Tasks.NewTask(
                new TaskId(ids.next()),
                client,
                "like_named_company",
                lead.id(),
                null,
                "\"" + lead.company().name() + "\" is named much like \"" + closed
                        + "\", which is not to be contacted. If it is the same company, add it to the list.",
                null,
                "like_named:" + closed + ":" + found);
    }
}
