package io.agencyos.adapters.out.postgres.outreach;

import io.agencyos.adapters.out.memory.outreach.FakeChannel;
import io.agencyos.adapters.out.memory.outreach.FakeEmailSender;
import io.agencyos.adapters.out.memory.outreach.FakeLinkedIn;
import io.agencyos.adapters.out.postgres.lead.PostgresProfileReads;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatConnections;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatTries;
import io.agencyos.adapters.out.postgres.resource.PostgresSeatUsage;
import io.agencyos.adapters.out.postgres.resource.PostgresSeats;
import io.agencyos.adapters.out.postgres.testing.FreshDatabase;
import io.agencyos.adapters.out.postgres.testing.OutreachOnPostgres;
import io.agencyos.application.lead.enrichment.ProfileReads;
import io.agencyos.application.outreach.LinkedInBook;
import io.agencyos.application.outreach.LinkedInLoopContract;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.resource.seat.SeatTries;
import io.agencyos.domain.shared.contact.LinkedInUrl;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

@Order(1) // long: with the first
class PostgresLinkedInLoopTest extends LinkedInLoopContract {

    @RegisterExtension
    static final FreshDatabase database = new FreshDatabase();

    private FakeLinkedIn sender = new FakeLinkedIn(() -> Instant.EPOCH, Set.of(LinkedInBook.ACCOUNT, SECOND));

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        sender = new FakeLinkedIn(time::get, Set.of(LinkedInBook.ACCOUNT, SECOND));
        return OutreachOnPostgres.world(database, time::get, new FakeEmailSender(time::get))
                .with(new LinkedInBook(
                        database.unitOfWork(),
                        new PostgresSeats(),
                        new PostgresSeatConnections(),
                        new PostgresSeatUsage(),
                        sender,
                        new PostgresContactRefs()));
    }

    @Override
    protected ProfileReads reads(OutreachScenario.World world) {
        return new PostgresProfileReads();
    }

    @Override
    protected SeatTries tries(OutreachScenario.World world) {
        return new PostgresSeatTries();
    }

    @Override
    protected void failNext(Fault... faults) {
        sender.failNext(Arrays.stream(faults)
                .map(fault -> switch (fault) {
                    case REQUEST_LOST -> FakeChannel.Fault.DROP_BEFORE_ACCEPT;
                    case ANSWER_LOST -> FakeChannel.Fault.DROP_AFTER_ACCEPT;
                    case UNREACHABLE -> FakeChannel.Fault.UNREACHABLE;
                    case RATE_LIMITED -> FakeChannel.Fault.RATE_LIMITED;
                    case UNAUTHORIZED -> FakeChannel.Fault.UNAUTHORIZED;
                    case RECIPIENT_REFUSED -> FakeChannel.Fault.REJECT_RECIPIENT;
                    case LOOKUP_DOWN -> FakeChannel.Fault.LOOKUP_DOWN;
                })
                .toArray(FakeChannel.Fault[]::new));
    }

    @Override
    protected void meanwhile(Runnable work) {
        sender.stallNext(work);
    }

    @Override
    protected List<Done> acts() {
        return sender.contacts().stream()
                .map(contact -> new Done(contact.at(), contact.command()))
                .toList();
    }

    @Override
    protected void befriend(LinkedInUrl page) {
        sender.accept(page, Instant.EPOCH);
    }

    @Override
    protected void invitesByHand(int people) {
        sender.invitedByHand(people);
    }
}
