package io.tweestap.client.token;

import io.tweestap.client.Pages;
import io.tweestap.client.Problem;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;
import io.tweestap.client.http.Reply;
import java.util.Optional;
import java.util.UUID;

/// Hardware tokens in stock.
///
/// ```java
/// TokenImport delivery = tweestap.tokens().importFile(TokenFile.oathCsv(lines).batch("2026-11"));
/// delivery.errors().forEach(failed -> show("line " + failed.line() + ": " + failed.detail()));
/// tweestap.tokens().list(TokenFilter.all().batch("2026-11")).forEach(it -> show(it.serial()));
/// ```
public final class Tokens {
  private final Http http;

  /// Made by the client.
  public Tokens(Http http) {
    this.http = http;
  }

  /// Takes a delivery into stock. Lines that cannot be used are named in the answer.
  ///
  /// @throws RequestRefused with `invalid_file` when it cannot be read at all
  public TokenImport importFile(TokenFile file) {
    return http.get(Call.of(Operation.IMPORT_TOKENS).json(file).patiently(), TokenImport.class);
  }

  /// Those of the tenant, newest first.
  public Pages<HardwareToken> list(TokenFilter filter) {
    return http.pages(Call.of(Operation.LIST_TOKENS).query(filter), HardwareToken.class);
  }

  /// One. Never its seed. Empty when the tenant has none with this id.
  public Optional<HardwareToken> find(UUID token) {
    return http.find(Call.of(Operation.GET_TOKEN, token), HardwareToken.class);
  }

  /// Takes it out of use for good and deletes its seed.
  ///
  /// @return false when somebody has it: remove that factor first
  /// @throws RequestRefused with `not_found` when the tenant has none with this id
  public boolean retire(UUID token) {
    return switch (http.ask(Call.of(Operation.RETIRE_TOKEN, token), Nothing.class)) {
      case Reply.Good<Nothing>(Nothing nothing) -> true;
      case Reply.Bad<Nothing>(Problem problem) when problem.is("token_not_in_stock") -> false;
      case Reply.Bad<Nothing>(Problem problem) -> throw new RequestRefused(problem);
    };
  }

  /// An answer without a body.
  record Nothing() {}
}
