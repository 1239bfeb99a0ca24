package io.agencyos.application.conversation;

import org.jmolecules.architecture.hexagonal.SecondaryPort;

/** Messages to and from the client's seats, and invitations that were taken. Source: outreach 11.4, 15. */
@SecondaryPort
public interface LinkedInReplies extends ChannelReplies {}
