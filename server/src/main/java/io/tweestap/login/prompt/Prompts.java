package io.tweestap.login.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.login.Login;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Place;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Logins that are done on pages of ours.
///
/// The application gets an address with a one-time token and sends the browser there. Opening it
/// ties the login to that browser by a secret in a cookie; a second browser with the same address
/// is refused. At the end the browser brings a code back that no other browser has. With it the
/// application takes the result, once ([Claims]): whoever lures somebody else into doing his login
/// comes back without.
@Service
public class Prompts {
  /// How long after the end of the login's own time the browser may still set things up, and the
  /// application take the result.
  public static final Duration AFTER = Duration.ofMinutes(10);

  static final String TABLE = "prompt";
  static final String KEPT = "kept_sealed";
  static final String TOKEN = "token_sealed";

  private final PromptRows rows;
  private final PromptHashes hashes;
  private final Vault vault;
  private final SecureRandom random;
  private final Clock clock;

  Prompts(PromptRows rows, PromptHashes hashes, Vault vault, SecureRandom random, Clock clock) {
    this.rows = rows;
    this.hashes = hashes;
    this.vault = vault;
    this.random = random;
    this.clock = clock;
  }

  /// Prepares the pages for a login that has begun.
  ///
  /// @param returnUrl one of those that the tenant allows
  /// @param state the application's own
  /// @return the token that opens them, told only here
  public String begin(TenantId tenant, Login login, String returnUrl, Optional<String> state) {
    PromptToken token = PromptToken.draw(new PromptHandle(tenant, login.id()), random);
    PromptRows.NewRow row =
        new PromptRows.NewRow(
            login.user(),
            returnUrl,
            state,
            hashes.token(token),
            login.expiresAt(),
            login.expiresAt().plus(AFTER));
    rows.insert(token.handle(), row, clock.instant());
    return token.text();
  }

  /// Which login a token is for, whether or not it is right.
  public Optional<PromptHandle> handle(String token) {
    return PromptToken.read(token).map(PromptToken::handle);
  }

  /// Opens the pages with the token.
  ///
  /// @param secret what the browser keeps of this login already
  public OpenOutcome open(String token, Optional<String> secret) {
    return PromptToken.read(token)
        .map(read -> open(read, secret))
        .orElseGet(OpenOutcome.Refused::new);
  }

  private OpenOutcome open(PromptToken token, Optional<String> secret) {
    byte[] drawn = PromptToken.secret(random);
    PromptHandle handle = token.handle();
    byte[] browser = hashes.browser(handle, drawn);
    if (rows.open(handle, hashes.tokens(token), browser, clock.instant())) {
      return new OpenOutcome.Opened(handle, PromptHashes.text(drawn));
    }
    return find(handle, secret).isPresent()
        ? new OpenOutcome.HereBefore(handle)
        : new OpenOutcome.Refused();
  }

  /// The prompt, for the browser that opened it.
  ///
  /// @param secret what the browser keeps
  /// @return empty for any other browser, and when there is none
  public Optional<Prompt> find(PromptHandle handle, Optional<String> secret) {
    Instant now = clock.instant();
    return rows.find(handle)
        .filter(row -> row.expiresAt().isAfter(now))
        .flatMap(row ->
            row.browser()
                .filter(browser -> hashes.isBrowser(handle, browser, secret))
                .map(browser -> prompt(handle, row, browser)));
  }

  private Prompt prompt(PromptHandle handle, PromptRows.Row row, byte[] browser) {
    return new Prompt(
        handle,
        row.returnUrl(),
        row.state(),
        row.kept().map(sealed -> new String(vault.open(place(handle, KEPT), sealed), UTF_8)),
        row.token().isPresent(),
        hashes.returnCode(handle, browser));
  }

  /// Keeps how far the pages are; empty: nothing.
  public void keep(PromptHandle handle, Optional<String> kept) {
    rows.keep(handle, kept.map(text -> vault.seal(place(handle, KEPT), text.getBytes(UTF_8))));
  }

  /// Keeps the token of the remembered browser until the application takes it.
  public void keepToken(PromptHandle handle, String token) {
    rows.keepToken(handle, vault.seal(place(handle, TOKEN), token.getBytes(UTF_8)));
  }

  /// Whether a login is done on pages of ours and its result was not taken yet.
  public boolean isUnclaimed(TenantId tenant, UUID login) {
    return rows.isUnclaimed(new PromptHandle(tenant, login));
  }

  static Place place(PromptHandle handle, String column) {
    return new Place(handle.tenant(), TABLE, column, handle.login());
  }
}
