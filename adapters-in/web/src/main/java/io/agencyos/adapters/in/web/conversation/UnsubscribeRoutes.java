package io.agencyos.adapters.in.web.conversation;

import io.agencyos.adapters.in.http.route.Call;
import io.agencyos.adapters.in.http.route.Content;
import io.agencyos.adapters.in.http.route.None;
import io.agencyos.adapters.in.http.route.RateLimit;
import io.agencyos.adapters.in.http.route.RawBody;
import io.agencyos.adapters.in.http.route.Reply;
import io.agencyos.adapters.in.http.route.Route;
import io.agencyos.adapters.in.http.route.RouteGroup;
import io.agencyos.application.conversation.AskOptOutLink;
import io.agencyos.application.conversation.ShowUnsubscribe;
import io.agencyos.application.conversation.Unsubscribe;
import java.util.List;

/**
 * The opt-out link of every e-mail, for people and for the button of their mail program (RFC 8058). GET and HEAD change
 * nothing, as scanners follow every link; POST opts out whatever its body is. Source: outreach 8.6, api 9.1.
 */
public final class UnsubscribeRoutes implements RouteGroup {

    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;
    private static final String PATH = "/u/{token}";
    private static final String TAG = "Opt-out";

    private final ShowUnsubscribe show;
    private final Unsubscribe unsubscribe;
    private final AskOptOutLink ask;

    public UnsubscribeRoutes(ShowUnsubscribe show, Unsubscribe unsubscribe, AskOptOutLink ask) {
        this.show = show;
        this.unsubscribe = unsubscribe;
        this.ask = ask;
    }

    @Override
    public List<Route<?, ?>> routes() {
        return List.of(
                Route.get(PATH, "Show what the link would do")
                        .tag(TAG)
                        .open()
                        .answers(Content.class, UnsubscribePages.question("Northlight"))
                        .alsoAnswers(NOT_FOUND)
                        .handledBy(this::page),
                Route.post(PATH, "Opt out, at once and for good")
                        .tag(TAG)
                        .open()
                        .rawBody()
                        .answers(Content.class, UnsubscribePages.done("Northlight"))
                        .alsoAnswers(NOT_FOUND)
                        .handledBy(this::optOut),
                Route.post("/u", "Ask for a link that opts out, where one is lost or broken")
                        .tag(TAG)
                        .open()
                        .limited(RateLimit.WAITLIST)
                        .rawBody()
                        .answers(ACCEPTED, Content.class, UnsubscribePages.asked())
                        .alsoAnswers(UNPROCESSABLE)
                        .handledBy(this::link));
    }

    private Reply<Content> page(Call<None> call) {
        return show.page(call.text("token"))
                .<Reply<Content>>map(page -> Reply.ok(
                        page.optedOut()
                                ? UnsubscribePages.done(page.clientName())
                                : UnsubscribePages.question(page.clientName())))
                .orElseGet(UnsubscribeRoutes::unknown);
    }

    private Reply<Content> optOut(Call<RawBody> call) {
        String reason = UnsubscribeForm.reason(call.body()).orElse(null);
        return unsubscribe
                .byLink(call.text("token"), reason)
                .<Reply<Content>>map(client ->
                        Reply.ok(reason == null ? UnsubscribePages.done(client) : UnsubscribePages.thanks(client)))
                .orElseGet(UnsubscribeRoutes::unknown);
    }

    private Reply<Content> link(Call<RawBody> call) {
        return UnsubscribeForm.address(call.body())
                .<Reply<Content>>map(address -> {
                    ask.ask(address);
                    return Reply.ok(UnsubscribePages.asked()).status(ACCEPTED);
                })
                .orElseGet(() -> Reply.ok(UnsubscribePages.noAddress()).status(UNPROCESSABLE));
    }

    private static Reply<Content> unknown() {
        return Reply.ok(UnsubscribePages.unknown()).status(NOT_FOUND);
    }
}
