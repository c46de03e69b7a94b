package io.tweestap.client.account;

import io.tweestap.client.Secret;
import java.time.Instant;

/// A link to the account pages. It opens once, in one browser.
///
/// @param url where to redirect the browser at once. It is a secret: not for logs.
/// @param expiresAt from when on it opens nothing. RFC 3339, UTC.
public record AccountLink(Secret url, Instant expiresAt) {}
