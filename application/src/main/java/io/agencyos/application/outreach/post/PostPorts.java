package io.agencyos.application.outreach.post;

import io.agencyos.application.outreach.channel.PostLines;
import io.agencyos.application.outreach.store.ChannelAddresses;
import io.agencyos.application.outreach.store.PostBook;
import io.agencyos.application.shared.UnitOfWork;

/** What letters need from outside. */
public record PostPorts(PostBook book, PostLines lines, ChannelAddresses addresses, UnitOfWork units) {}
