package io.agencyos.application.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.agencyos.application.content.ContentModel.Exchange;
import io.agencyos.application.content.ContentModel.Said;
import io.agencyos.application.content.ContentModel.Turn;
import io.agencyos.domain.content.KnowledgeBase;
import io.agencyos.domain.content.budget.AiCost;
import io.agencyos.domain.content.model.AnswerShape;
import io.agencyos.domain.content.model.ModelClass;
import io.agencyos.domain.shared.Result;
import io.agencyos.domain.shared.VendorFailure;
import io.agencyos.domain.shared.id.ClientId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every model behind the port does. Source: content 0 and 3.6, anthropic 1 to 4. */
public abstract class ContentModelContract {

    /** Long enough for any of them. */
    protected static final Duration LONG = Duration.ofSeconds(20);

    /**
     * The model under test, connected with a small and a large class and no {@link ModelClass#LARGEST}.
     *
     * @param stranger a client without an account
     * @param down from now on the service answers nothing
     */
    public record World(ContentModel model, ClientId client, ClientId stranger, Runnable down) {}

    protected abstract World world();

    /** What a shape of two fields is asked for with. */
    protected static Turn turn() {
        Map<String, AnswerShape> fields = new LinkedHashMap<>();
        fields.put("ask", new AnswerShape.Text(200));
        fields.put("points", new AnswerShape.Many(new AnswerShape.Text(100), 2, 3));
        return new Turn(
                "Write what is wanted from the facts.",
                Map.of("C1", "Agency: Northlight"),
                Map.of("F1", "Title: Marketing Manager"),
                List.of(),
                new AnswerShape.Fields(fields),
                500);
    }

    private static Exchange exchange(Result<Exchange, VendorFailure> result) {
        return switch (result) {
            case Result.Ok<Exchange, VendorFailure>(Exchange exchange) -> exchange;
            case Result.Err<Exchange, VendorFailure>(VendorFailure failure) -> throw new AssertionError(failure);
        };
    }

    private static Map<String, Object> answer(Exchange exchange) {
        assertThat(exchange.said()).isInstanceOf(Said.Answer.class);
        return ((Said.Answer) exchange.said()).value();
    }

    @Test
    void an_answer_is_one_object_of_the_shape_at_no_more_than_its_quote() {
        World world = world();
        ContentModel.Quote quote =
                world.model().quote(world.client(), ModelClass.SMALL, turn()).orElseThrow();
        Exchange exchange = exchange(world.model().completeStructured(world.client(), ModelClass.SMALL, turn(), LONG));

        assertThat(turn().shape().violations(answer(exchange))).isEmpty();
        assertThat(exchange.model()).isEqualTo(quote.model());
        assertThat(exchange.use().prompt()).isPositive();
        assertThat(exchange.use().output()).isPositive();
        assertThat(exchange.cost()).isGreaterThan(AiCost.ZERO).isLessThanOrEqualTo(quote.most());
    }

    @Test // content 3.13: the largest shape that is asked for
    void the_shape_of_a_knowledge_base_is_understood() {
        World world = world();
        Turn turn = new Turn("Write notes.", Map.of(), Map.of(), List.of(), KnowledgeBase.shape(), 3_000);
        Exchange exchange = exchange(world.model().completeStructured(world.client(), ModelClass.LARGE, turn, LONG));
        assertThat(turn.shape().violations(answer(exchange))).isEmpty();
    }

    @Test // content 3.6: one re-ask that names the violations
    void an_answer_may_be_asked_for_again_with_what_was_wrong() {
        World world = world();
        Turn again = turn().after(new ContentModel.Correction("{\"ask\":1}", List.of("ask: a text is wanted")));
        Exchange exchange = exchange(world.model().completeStructured(world.client(), ModelClass.SMALL, again, LONG));
        assertThat(again.shape().violations(answer(exchange))).isEmpty();
    }

    @Test // content 0: an absent key is not_configured, no error and no cost
    void without_an_account_or_a_model_there_is_no_quote_and_no_call() {
        World world = world();
        assertThat(world.model().quote(world.stranger(), ModelClass.SMALL, turn()))
                .isEmpty();
        assertThat(world.model().quote(world.client(), ModelClass.LARGEST, turn()))
                .isEmpty();
        assertThat(world.model().completeStructured(world.stranger(), ModelClass.SMALL, turn(), LONG))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        failed -> assertThat(failed.error()).isInstanceOf(VendorFailure.Unauthorized.class));
    }

    @Test // index 2: a failure is a value
    void a_service_that_is_down_is_told() {
        World world = world();
        world.down().run();
        assertThat(world.model().completeStructured(world.client(), ModelClass.SMALL, turn(), LONG))
                .isInstanceOfSatisfying(
                        Result.Err.class,
                        failed -> assertThat(failed.error()).isInstanceOf(VendorFailure.Unavailable.class));
    }

    @Test // anthropic 2: the longer it may be, the more may it cost
    void a_quote_grows_with_what_is_asked() {
        World world = world();
        AiCost shortOne = world.model()
                .quote(world.client(), ModelClass.SMALL, turn())
                .orElseThrow()
                .most();
        AiCost longOne = world.model()
                .quote(world.client(), ModelClass.SMALL, turn().within(1_000))
                .orElseThrow()
                .most();
        AiCost large = world.model()
                .quote(world.client(), ModelClass.LARGE, turn())
                .orElseThrow()
                .most();
        assertThat(longOne).isGreaterThan(shortOne);
        assertThat(large).isGreaterThan(shortOne);
    }
}
