package io.agencyos.application.conversation.inbox;

import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Texts that people sent us, and receipts of ours. Source: outreach 9.4, 9.5. */
@SecondaryPort
public interface SmsReplies extends ChannelReplies {}
