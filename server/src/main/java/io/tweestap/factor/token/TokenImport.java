package io.tweestap.factor.token;

import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.By;
import io.tweestap.factor.token.file.FileLine;
import io.tweestap.factor.token.file.FileToken;
import io.tweestap.factor.token.jdbc.NewToken;
import io.tweestap.factor.token.jdbc.StoredToken;
import io.tweestap.factor.token.jdbc.TokenRows;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes a delivery of tokens into stock. A line that cannot be used leaves the others alone; a
/// token that is there already stays as it is, so the same file again changes nothing.
@Service
public class TokenImport {
  private static final int PORTION = 500;

  private final TokenRows rows;
  private final TokenSeeds seeds;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;
  private final Ids ids;
  private final Clock clock;

  TokenImport(
      TokenRows rows,
      TokenSeeds seeds,
      AuditTrail audit,
      TransactionTemplate transaction,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.seeds = seeds;
    this.audit = audit;
    this.transaction = transaction;
    this.ids = ids;
    this.clock = clock;
  }

  /// All of it in one transaction.
  ///
  /// @param batch what the delivery is to be called
  public ImportReport run(TenantId tenant, List<FileLine> lines, Optional<String> batch, By by) {
    return transaction.execute(_ -> {
      Tally tally = new Tally();
      List<FileLine.Fine> fine = new ArrayList<>();
      for (FileLine line : lines) {
        switch (line) {
          case FileLine.Fine one -> fine.add(one);
          case FileLine.Broken one -> tally.broken.add(one);
        }
      }
      for (int i = 0; i < fine.size(); i += PORTION) {
        take(tenant, fine.subList(i, Math.min(fine.size(), i + PORTION)), batch, tally);
      }
      record(tenant, tally, by);
      return tally.report(lines.size());
    });
  }

  private void take(
      TenantId tenant, List<FileLine.Fine> portion, Optional<String> batch, Tally tally) {
    List<NewToken> made = portion.stream().map(line -> sealed(tenant, line.token())).toList();
    Set<UUID> added = new HashSet<>(rows.insert(tenant, made, batch, clock.instant()));
    tally.added += added.size();
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      if (!added.contains(made.get(i).id())) {
        rest.add(i);
      }
    }
    if (!rest.isEmpty()) {
      compare(tenant, rest.stream().map(portion::get).toList(), tally);
    }
  }

  private NewToken sealed(TenantId tenant, FileToken token) {
    UUID id = ids.next();
    return new NewToken(id, token, seeds.seal(tenant, id, token.seed()));
  }

  /// Those whose serial number was taken: the same token again, or another one.
  private void compare(TenantId tenant, List<FileLine.Fine> known, Tally tally) {
    Map<String, StoredToken> stored =
        rows
            .withSerials(tenant, known.stream().map(line -> line.token().serial()).toList())
            .stream()
            .collect(
                Collectors.toMap(
                    one -> key(one.token().serial(), one.token().kind().text()),
                    Function.identity()));
    for (FileLine.Fine line : known) {
      FileToken token = line.token();
      StoredToken there = stored.get(key(token.serial(), token.kind().text()));
      if (there == null || isSame(tenant, there, token)) {
        tally.unchanged++;
      } else {
        tally.broken.add(
            new FileLine.Broken(
                line.number(),
                token.serial(),
                "serial_taken",
                "another token of this kind has the serial number"));
      }
    }
  }

  private boolean isSame(TenantId tenant, StoredToken there, FileToken token) {
    return there.sealed() == null || MessageDigest.isEqual(seeds.open(tenant, there), token.seed());
  }

  private static String key(String serial, String kind) {
    return kind + " " + serial;
  }

  private void record(TenantId tenant, Tally tally, By by) {
    Map<String, String> details =
        Map.of(
            "added", Integer.toString(tally.added),
            "unchanged", Integer.toString(tally.unchanged),
            "failed", Integer.toString(tally.broken.size()));
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.HARDWARE_TOKENS_IMPORTED,
            by.actor(),
            Optional.empty(),
            by.sourceIp(),
            AuditResult.SUCCESS,
            details));
  }

  /// What was counted so far.
  private static final class Tally {
    private final List<FileLine.Broken> broken = new ArrayList<>();
    private int added;
    private int unchanged;

    ImportReport report(int lines) {
      broken.sort(Comparator.comparingInt(FileLine::number));
      return new ImportReport(lines, added, unchanged, List.copyOf(broken));
    }
  }
}
