package io.agencyos.adapters.out.memory.outreach;

import io.agencyos.adapters.out.memory.campaign.MemoryEnrolments;
import io.agencyos.adapters.out.memory.kernel.MemoryUnitOfWork;
import io.agencyos.adapters.out.memory.lead.MemoryLeads;
import io.agencyos.application.outreach.OutlookContract;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.outreach.outlook.Irregularities;
import io.agencyos.application.outreach.outlook.Outlooks;
import io.agencyos.application.outreach.outlook.ShowCompliance;
import io.agencyos.application.outreach.recording.CallBook;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

class MemoryOutlookTest extends OutlookContract {

    @Override
    protected OutreachScenario.World world(AtomicReference<Instant> time) {
        return MemoryLoopWorld.of(new FakeEmailSender(time::get), null);
    }

    private @Nullable CallBook calls;

    @Override
    protected CallBook calls(OutreachScenario.World on) {
        CallBook known = calls == null
                ? new MemoryCallBook((MemoryUnitOfWork) on.units(), (MemoryTouches)
                        on.stores().touches())
                : calls;
        calls = known;
        return known;
    }

    @Override
    protected Outlooks outlooks(OutreachScenario.World on) {
        return new MemoryOutlooks(
                on.world().clients(),
                on.world().campaigns(),
                (MemoryLeads) on.world().leads().leads(),
                (MemoryEnrolments) on.stores().enrolments(),
                on.stores().touches());
    }

    @Override
    protected Irregularities irregularities(OutreachScenario.World on) {
        return new MemoryIrregularities(
                (MemoryEnrolments) on.stores().enrolments(), on.world().leads().leads(), (MemoryGateLog)
                        on.stores().gateLog());
    }

    @Override
    protected ShowCompliance.Sources sources(OutreachScenario.World on) {
        MemoryLeads leads = (MemoryLeads) on.world().leads().leads();
        return new ShowCompliance.Sources(
                leads,
                (MemoryConsentBasis) on.stores().consents(),
                on.world().leads().suppressions(),
                on.stores().touches(),
                new MemoryPhoneWashes(
                        (MemoryUnitOfWork) on.units(),
                        (MemoryEnrolments) on.stores().enrolments(),
                        on.world().campaigns(),
                        leads));
    }
}
