package io.tweestap.vault;

import java.nio.charset.StandardCharsets;

/// What a keyed hash is for. Hashes of different uses never compare equal. The names are part of
/// what is hashed, so a renamed use no longer finds its old hashes.
public enum HashUse {
  /// A one-time code, together with the verification it belongs to.
  CODE,
  /// The details of a transaction that a code is bound to.
  DETAILS,
  /// An address (phone number or mail address), for look-up without storing it in the clear.
  ADDRESS,
  /// The key of a rate limit.
  LIMIT,
  /// What the fraud guard counts by: a block of numbers, a visitor's address.
  FRAUD_COUNT,
  /// A client's secret (128 bits of entropy or more).
  CLIENT_SECRET,
  /// An app password (140 bits).
  APP_PASSWORD,
  /// A code on paper or from staff (50 bits), after a password hash.
  LOOKUP_SECRET,
  /// A phone code that was right, until its factor has counted it.
  PHONE_CODE,
  /// The details of a transaction that a factor's challenge is about.
  CHALLENGE_DETAILS,
  /// A challenge that was given to a security key (256 random bits), for five minutes.
  KEY_CHALLENGE,
  /// A message from a handset, or what its parts share, as long as it may come again.
  INBOUND,
  /// Who got which answer to STOP, START or HELP, for a day.
  OPT_OUT_ANSWER,
  /// The body of a request that came with an Idempotency-Key.
  REQUEST,
  /// The content of an audit event.
  AUDIT_CONTENT,
  /// An audit event's link to the one before it.
  AUDIT_LINK,
  /// The ends of a tenant's audit chain.
  AUDIT_CHAIN,
  /// The secret of a remembered browser.
  BROWSER,
  /// The token that opens a hosted prompt, once.
  PROMPT_TOKEN,
  /// The secret of the browser that opened it.
  PROMPT_BROWSER,
  /// What that browser brings back to the application.
  PROMPT_RETURN,
  /// The secret of a link to the account pages.
  ACCOUNT_LINK,
  /// The secret of the browser that opened it.
  ACCOUNT_BROWSER;

  private final byte[] domain = ("tweestap hash " + name()).getBytes(StandardCharsets.UTF_8);

  byte[] domain() {
    return domain;
  }
}
