package io.agencyos.application.conversation.store;

import io.agencyos.application.conversation.inbox.SyncCursors;
import io.agencyos.application.conversation.inbox.WebhookInbox;

/** The stores of this context, handed to its use cases together. */
public record ConversationStores(
        WebhookInbox inbox,
        SyncCursors cursors,
        TouchOutcomes outcomes,
        Threads threads,
        Replies replies,
        TaskBoard tasks,
        ChannelBook channels) {}
