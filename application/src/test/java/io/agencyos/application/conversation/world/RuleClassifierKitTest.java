package io.agencyos.application.conversation.world;

import io.agencyos.domain.conversation.rules.RuleClassifier;

/** The product's own classifier, which asks nobody. */
class RuleClassifierKitTest extends ReplyClassifierContract {

    @Override
    protected ReplyClassifier classifier() {
        return new RuleClassifier()::classify;
    }
}
