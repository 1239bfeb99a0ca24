package io.agencyos.adapters.out.anthropic;

import io.agencyos.domain.shared.SecretText;

/** The platform's own account, which is charged for all clients. Source: anthropic 1. */
public record AnthropicAccount(SecretText apiKey) {}
