package io.tweestap.login.prompt;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.login.Login;
import io.tweestap.login.LoginState;
import io.tweestap.login.Logins;
import io.tweestap.login.Standing;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Vault;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Gives the result of a login that was done on our pages to the application, once, and only with
/// the code that the browser brought back which did it.
@Service
public class Claims {
  private final PromptRows rows;
  private final PromptHashes hashes;
  private final Logins logins;
  private final Vault vault;
  private final Clock clock;

  Claims(PromptRows rows, PromptHashes hashes, Logins logins, Vault vault, Clock clock) {
    this.rows = rows;
    this.hashes = hashes;
    this.logins = logins;
    this.vault = vault;
    this.clock = clock;
  }

  /// Takes the result.
  public ClaimOutcome claim(TenantId tenant, UUID id, String code) {
    PromptHandle handle = new PromptHandle(tenant, id);
    Optional<PromptRows.Row> row = rows.find(handle);
    Optional<Login> login = logins.find(tenant, id).map(Standing::login);
    if (row.isEmpty() || login.isEmpty()) {
      return new ClaimOutcome.NotFound();
    }
    boolean right =
        row.get().browser().filter(it -> hashes.isReturnCode(handle, it, code)).isPresent();
    return right ? claim(handle, row.get(), login.get()) : new ClaimOutcome.WrongCode();
  }

  private ClaimOutcome claim(PromptHandle handle, PromptRows.Row row, Login login) {
    return switch (login.state()) {
      case PENDING -> new ClaimOutcome.NotYet(login.next());
      case PASSED -> passed(handle, row, login);
      case FAILED, REFUSED, CANCELED, EXPIRED, DETAILS_CHANGED ->
          new ClaimOutcome.Over(login.state());
    };
  }

  private ClaimOutcome passed(PromptHandle handle, PromptRows.Row row, Login login) {
    if (rows.claim(handle, clock.instant())) {
      Optional<String> token =
          row.token()
              .map(sealed -> vault.open(Prompts.place(handle, Prompts.TOKEN), sealed))
              .map(bytes -> new String(bytes, UTF_8));
      return new ClaimOutcome.Claimed(new Standing(login, List.of(), List.of(), token));
    }
    boolean before = row.claimed() || row.expiresAt().isAfter(clock.instant());
    return before ? new ClaimOutcome.Before() : new ClaimOutcome.Over(LoginState.EXPIRED);
  }
}
