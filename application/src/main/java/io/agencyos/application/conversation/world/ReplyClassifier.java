package io.agencyos.application.conversation.world;

import io.agencyos.domain.conversation.Classification;
import io.agencyos.domain.conversation.InboundReply;
import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Says what a reply means. May ask a model, so it is never called inside a unit of work. Source: content 4.3. */
@SecondaryPort
@FunctionalInterface
public interface ReplyClassifier {

    Classification classify(InboundReply reply);
}
