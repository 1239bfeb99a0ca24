package io.agencyos.bootstrap.product;

import io.agencyos.adapters.out.postgres.client.PostgresAccountMails;
import io.agencyos.adapters.out.postgres.client.PostgresPlatformRulebook;
import io.agencyos.adapters.out.postgres.conversation.PostgresNoticeWishes;
import io.agencyos.adapters.out.postgres.conversation.PostgresNotices;
import io.agencyos.adapters.out.postgres.conversation.PostgresOptOutWishes;
import io.agencyos.adapters.out.postgres.lead.PostgresWaitingLooks;
import io.agencyos.adapters.out.postgres.platform.PostgresAlertTellings;
import io.agencyos.adapters.out.postgres.platform.PostgresEventFeed;
import io.agencyos.adapters.out.security.PinnedWebhookPost;
import io.agencyos.application.client.staff.TellAlerts;
import io.agencyos.application.conversation.AskOptOutLink;
import io.agencyos.application.conversation.SendOptOutLinks;
import io.agencyos.application.conversation.notice.KeepNotices;
import io.agencyos.application.conversation.notice.MailNotices;
import io.agencyos.application.conversation.notice.TellBlocks;
import io.agencyos.application.conversation.notice.TellNotices;
import io.agencyos.application.lead.enrichment.WaitingLooks;
import io.agencyos.application.platform.flow.RunPlatform;
import io.agencyos.application.platform.flow.run.Run;
import io.agencyos.application.platform.flow.store.FlowRuns;
import io.agencyos.domain.platform.RunState;
import io.agencyos.domain.scoring.tier.Tier;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.LeadId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What members are told of what happens in their clients. */
public final class Telling {

    private static final FlowRuns.Filter BLOCKED = new FlowRuns.Filter(Set.of(), Set.of(RunState.BLOCKED));
    private static final int MOST = 10_000;

    private Telling() {}

    /** What people read and wish. */
    public static KeepNotices keeping(Product product) {
        Basis basis = product.basis();
        return new KeepNotices(new PostgresNotices(), new PostgresNoticeWishes(), basis.units(), basis.clock());
    }

    /** What tells them. */
    public static TellNotices telling(Product product) {
        Basis basis = product.basis();
        return new TellNotices(
                new PostgresNotices(),
                new PostgresNoticeWishes(),
                new PostgresEventFeed(),
                (client, leads) -> tiers(product, client, leads),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    /** What writes them letters of it. */
    public static MailNotices mailing(Product product) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        return new MailNotices(
                new PostgresNotices(),
                new PostgresNoticeWishes(),
                new MailNotices.Ports(
                        stores.clients, new PostgresAccountMails(stores.sealer)::queue, product.accounts()::publicUrl),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    /** For whoever lost the link of an e-mail: by letter where there is a mail server, else the address itself is closed. */
    public static AskOptOutLink optOutLinks(Product product) {
        return product.accounts().letters().isPresent()
                ? optOutLetters(product)
                : product.conversation().unsubscribe()::byAddress;
    }

    /** What writes those letters. */
    public static SendOptOutLinks optOutLetters(Product product) {
        return product.conversation()
                .sendOptOutLinks(new PostgresOptOutWishes(), new PostgresAccountMails(product.stores().sealer)::queue);
    }

    /** What tells staff of alerts, where staff asked for it. */
    public static TellAlerts alerts(Product product) {
        Basis basis = product.basis();
        Stores stores = product.stores();
        PostgresPlatformRulebook rules = new PostgresPlatformRulebook(stores.sealer);
        return new TellAlerts(
                new TellAlerts.Ports(
                        () -> rules.read().alerts(),
                        new PostgresAlertTellings(),
                        stores.alerts,
                        new PostgresAccountMails(stores.sealer)::queue,
                        PinnedWebhookPost.toPublicAddresses()),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    /** What tells them that a job of theirs waits for something. */
    public static TellBlocks blocks(Product product) {
        Basis basis = product.basis();
        RunPlatform runs = product.background().engine().platform();
        WaitingLooks waiting = new PostgresWaitingLooks();
        return new TellBlocks(
                () -> Stream.concat(
                                runs.runs(BLOCKED, Optional.empty(), MOST).stream()
                                        .filter(run -> !run.client().equals(Run.PLATFORM))
                                        .flatMap(run -> Stream.ofNullable(run.blocked())
                                                .map(block -> new TellBlocks.Stopped(run.client(), block))),
                                basis.units().onPlatform(waiting::unpaid).stream()
                                        .map(unpaid -> new TellBlocks.Stopped(unpaid.client(), unpaid.block())))
                        .toList(),
                new PostgresNotices(),
                new PostgresNoticeWishes(),
                basis.units(),
                basis.clock(),
                basis.ids());
    }

    private static Map<LeadId, Tier> tiers(Product product, ClientId client, Collection<LeadId> leads) {
        Map<LeadId, Tier> tiers = new HashMap<>();
        product.stores().leads.leads().findAll(client, leads).forEach(lead -> {
            if (lead.score() != null) {
                tiers.put(lead.id(), lead.score().tier());
            }
        });
        return tiers;
    }
}
