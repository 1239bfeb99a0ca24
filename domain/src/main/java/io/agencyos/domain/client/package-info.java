/**
 * Tenants and what they are entitled to: members and roles, plan, subscription, credits, permission to send. Their
 * leads and campaigns are other contexts.
 */
@NullMarked
package io.agencyos.domain.client;

import org.jspecify.annotations.NullMarked;
