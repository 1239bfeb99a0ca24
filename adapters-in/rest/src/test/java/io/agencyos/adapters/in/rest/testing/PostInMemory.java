package io.agencyos.adapters.in.rest.testing;

import io.agencyos.adapters.in.http.testing.MemoryWorld;
import io.agencyos.adapters.in.rest.outreach.PostRoutes;
import io.agencyos.adapters.out.memory.outreach.FakePostOffice;
import io.agencyos.adapters.out.memory.outreach.MemoryChannelAddresses;
import io.agencyos.adapters.out.memory.outreach.MemoryPostBook;
import io.agencyos.adapters.out.memory.outreach.MemoryPostPieces;
import io.agencyos.application.outreach.post.KeepPostService;
import io.agencyos.application.outreach.post.PostPorts;
import io.agencyos.application.outreach.stop.KeepHousesService;
import java.util.Optional;

/** Letters, on the stores that every test of routes has, before a post office that knows houses. */
final class PostInMemory {

    private PostInMemory() {}

    static PostRoutes routes(MemoryWorld on, CampaignWorld campaigns) {
        FakePostOffice office = new FakePostOffice(on.clock);
        MemoryPostBook book = on.postBook;
        PostPorts ports =
                new PostPorts(book, client -> Optional.empty(), new MemoryChannelAddresses(on.units), on.units);
        return new PostRoutes(
                new KeepPostService(
                        book,
                        new MemoryPostPieces(on.units, campaigns.touches, on.leads, campaigns.enrolments),
                        client -> true,
                        on.audit,
                        on.units,
                        on.clock,
                        on.ids),
                new KeepHousesService(
                        ports,
                        client -> Optional.of(office),
                        on.leads,
                        campaigns.outreach.stopOutreach(),
                        on.audit,
                        on.clock,
                        on.ids));
    }
}
