package io.agencyos.application.scoring;

import io.agencyos.application.client.Clients;
import io.agencyos.application.client.SharingConsents;
import io.agencyos.application.lead.store.Suppressions;
import io.agencyos.application.scoring.rescore.RescoreRequest;
import io.agencyos.application.scoring.rescore.RescoreRequests;
import io.agencyos.application.scoring.store.BuyerSignals;
import io.agencyos.application.shared.ClockPort;
import io.agencyos.application.shared.IdSource;
import io.agencyos.application.shared.UniqueViolation;
import io.agencyos.application.shared.UnitOfWork;
import io.agencyos.domain.client.ClientMode;
import io.agencyos.domain.lead.SuppressionKeyType;
import io.agencyos.domain.scoring.BuyerRecord;
import io.agencyos.domain.scoring.ScoreCause;
import io.agencyos.domain.shared.contact.DomainName;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Instant;
import java.util.Optional;

/** One platform unit: what the client told, the record made of it, and whose leads are to be scored again. */
final class RecordPurchaseService implements RecordPurchase {

    private static final int RACES = 3;

    private final BuyerSignals signals;
    private final RescoreRequests requests;
    private final Clients clients;
    private final SharingConsents consents;
    private final UnitOfWork units;
    private final ClockPort clock;
    private final IdSource ids;

    RecordPurchaseService(
            BuyerSignals signals,
            RescoreRequests requests,
            Clients clients,
            SharingConsents consents,
            UnitOfWork units,
            ClockPort clock,
            IdSource ids) {
        this.signals = signals;
        this.requests = requests;
        this.clients = clients;
        this.consents = consents;
        this.units = units;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public Outcome record(ClientId client, DomainName company, BuyerRecord.Purchase purchase) {
        for (int attempt = 1; ; attempt++) {
            try {
                return units.onPlatform(() -> recordOnce(client, company, purchase));
            } catch (UniqueViolation race) {
                // another client's first sale to the same company was written meanwhile: now there is a record to lock
                if (attempt == RACES) {
                    throw race;
                }
            }
        }
    }

    private Outcome recordOnce(ClientId client, DomainName company, BuyerRecord.Purchase purchase) {
        boolean shares = clients.find(client)
                        .filter(found -> found.mode() == ClientMode.LIVE)
                        .isPresent()
                && consents.given(client);
        if (!shares) {
            return Outcome.NOT_SHARED;
        }
        Optional<BuyerRecord> standing = signals.findForUpdate(company);
        Optional<BuyerRecord.Purchase> before = signals.told(client, company);
        if (before.equals(Optional.of(purchase))) {
            return Outcome.KNOWN;
        }
        Instant now = clock.now();
        if (standing.isEmpty()) {
            signals.insert(BuyerRecord.first(company, purchase, now));
        } else {
            signals.update(before.map(said -> standing.get().corrected(said, purchase, now))
                    .orElseGet(() -> standing.get().boughtAgain(purchase, now)));
        }
        signals.tell(client, company, purchase, now);
        rescoreEverywhere(company, now);
        return before.isPresent() ? Outcome.CORRECTED : Outcome.COUNTED;
    }

    /** A purchase is rare, and which clients have leads at the company is nobody's business: every client looks. */
    private void rescoreEverywhere(DomainName company, Instant now) {
        RescoreRequest.Target there =
                new RescoreRequest.Target.Named(new Suppressions.Key(SuppressionKeyType.DOMAIN, company.value()));
        requests.add(clients.allLive().stream()
                .map(client -> new RescoreRequest(ids.next(), client.id(), ScoreCause.BUYER_SIGNAL, there, null, now))
                .toList());
    }
}
