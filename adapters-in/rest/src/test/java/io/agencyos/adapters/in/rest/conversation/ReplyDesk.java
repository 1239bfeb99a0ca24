package io.agencyos.adapters.in.rest.conversation;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.http.testing.ConversationInMemory;
import io.agencyos.adapters.in.rest.card.People;
import io.agencyos.adapters.in.rest.testing.Written;
import java.util.List;

/** The routes by which people read replies and write back. */
final class ReplyDesk {

    private ReplyDesk() {}

    static List<RouteGroup> on(ConversationInMemory conversation) {
        People people = new People(conversation.world().identity.listMembers());
        return List.of(
                new ResponseRoutes(conversation
                        .useCases()
                        .answerReply(conversation.outreach().writtenByHand(), conversation.world().audit::append)),
                new MessageRoutes(conversation.outreach().writtenByHand(), conversation.drafts()),
                new DraftRoutes(conversation.drafts(), people),
                new ReplyCorrectionRoutes(
                        conversation.useCases().correctReply(conversation.world().audit::append),
                        conversation.readings(),
                        people,
                        Written.moments(conversation.world())));
    }
}
