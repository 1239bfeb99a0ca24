package io.agencyos.application.testing;

import io.agencyos.application.conversation.store.Replies;
import io.agencyos.application.conversation.store.TaskBoard;
import io.agencyos.application.conversation.store.Threads;
import io.agencyos.application.conversation.store.Timeline;
import io.agencyos.application.conversion.InboxPorts;
import io.agencyos.application.conversion.Reports;
import io.agencyos.application.conversion.SearchBook;
import io.agencyos.application.conversion.report.Figures;
import io.agencyos.application.conversion.report.ReplyFigures;
import io.agencyos.application.conversion.report.SaleFigures;
import io.agencyos.application.deal.store.BookImports;
import io.agencyos.application.deal.store.BookingTouches;
import io.agencyos.application.deal.store.Customers;
import io.agencyos.application.deal.store.DealOutcomes;
import io.agencyos.application.deal.store.DealPorts;
import io.agencyos.application.deal.store.Deals;
import io.agencyos.application.deal.store.MeetingOutcomes;
import io.agencyos.application.deal.store.Meetings;
import io.agencyos.application.outreach.OutreachScenario;
import io.agencyos.application.platform.Audit;
import io.agencyos.domain.conversion.Horizons;
import io.agencyos.domain.outreach.DeliveryStatus;
import io.agencyos.domain.platform.EventName;
import io.agencyos.domain.shared.id.ClientId;
import io.agencyos.domain.shared.id.TouchId;
import java.util.List;
import java.util.function.Function;

/**
 * The stores of the send protocol, and on the same tables those of what people read and record of it.
 *
 * @param events the names of the events of a client, in the order of their appending
 * @param delivery tells the store what became of a touch
 */
public record Desk(
        OutreachScenario.World world,
        Meetings meetings,
        BookingTouches bookingTouches,
        MeetingOutcomes outcomes,
        Deals deals,
        DealOutcomes sales,
        Customers customers,
        BookImports bookImports,
        Threads threads,
        Replies replies,
        TaskBoard tasks,
        Timeline timeline,
        Reports reports,
        Figures figures,
        SaleFigures saleFigures,
        ReplyFigures replyFigures,
        SearchBook search,
        Audit audit,
        Function<ClientId, List<EventName>> events,
        Delivery delivery) {

    /** News of a delivery, outside any unit of work. */
    @FunctionalInterface
    public interface Delivery {
        void tell(ClientId client, TouchId touch, DeliveryStatus status);
    }

    public DealPorts dealPorts() {
        return new DealPorts(
                meetings,
                bookingTouches,
                outcomes,
                deals,
                sales,
                customers,
                world.world().clients(),
                world.world().leads().leads(),
                world.world().leads().people(),
                world.world().campaigns(),
                threads,
                tasks,
                world.world().activities(),
                world.world().events(),
                audit,
                _ -> Horizons.DEFAULT.ofATouch());
    }

    public InboxPorts inboxPorts() {
        return new InboxPorts(
                replies,
                threads,
                tasks,
                timeline,
                world.stores().touches(),
                world.world().leads().leads(),
                world.world().campaigns(),
                audit);
    }
}
