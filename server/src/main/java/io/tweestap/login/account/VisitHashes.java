package io.tweestap.login.account;

import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.util.List;
import org.springframework.stereotype.Component;

/// The keyed hashes of a visit: of its link, and of the browser that opened it. They live for
/// little more than an hour.
@Component
class VisitHashes {
  private final Vault vault;

  VisitHashes(Vault vault) {
    this.vault = vault;
  }

  byte[] link(VisitToken token) {
    return vault.hash(HashUse.ACCOUNT_LINK, token.tenant(), token.visitBytes(), token.secret());
  }

  List<byte[]> links(VisitToken token) {
    return vault.candidates(
        HashUse.ACCOUNT_LINK, token.tenant(), token.visitBytes(), token.secret());
  }

  byte[] browser(VisitToken token) {
    return vault.hash(HashUse.ACCOUNT_BROWSER, token.tenant(), token.visitBytes(), token.secret());
  }

  List<byte[]> browsers(VisitToken token) {
    return vault.candidates(
        HashUse.ACCOUNT_BROWSER, token.tenant(), token.visitBytes(), token.secret());
  }
}
