package io.agencyos.bootstrap.serve;

import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.adapters.in.web.conversation.UnsubscribeRoutes;
import io.agencyos.adapters.in.web.reference.DocsRoutes;
import io.agencyos.adapters.in.webhooks.HookRoutes;
import io.agencyos.application.conversation.ConversationUseCases;
import io.agencyos.bootstrap.product.Product;
import io.agencyos.bootstrap.product.Telling;
import java.util.List;

/** What stands in the route table beside the REST API: where vendors push, and what people open in a browser. */
final class HooksAndPages {

    private HooksAndPages() {}

    static List<RouteGroup> of(Product product) {
        ConversationUseCases conversation = product.conversation();
        return List.of(
                new HookRoutes(conversation.receiveWebhook(), conversation.answerLive()),
                new UnsubscribeRoutes(
                        conversation.showUnsubscribe(), conversation.unsubscribe(), Telling.optOutLinks(product)),
                new DocsRoutes());
    }
}
