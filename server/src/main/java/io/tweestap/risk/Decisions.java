package io.tweestap.risk;

import io.tweestap.audit.SourceNetwork;
import io.tweestap.risk.Decision.Action;
import io.tweestap.risk.jdbc.BlockRows;
import io.tweestap.risk.jdbc.DecisionRows;
import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Breach;
import io.tweestap.risk.rule.Kind;
import io.tweestap.shared.AfterRollback;
import io.tweestap.shared.Ids;
import io.tweestap.shared.IpAddress;
import io.tweestap.shared.Page;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// What the fraud guard refused, or would have: kept for 30 days, also where the refusal undoes all
/// else that its request wrote. The first refusal of a block also goes into the audit and to those
/// who listen, in the transaction that opens the block.
@Service
public class Decisions {
  private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);

  private final DecisionRows rows;
  private final BlockRows blocks;
  private final DecisionNews news;
  private final TransactionTemplate transaction;
  private final Ids ids;

  Decisions(
      DecisionRows rows,
      BlockRows blocks,
      DecisionNews news,
      TransactionTemplate transaction,
      Ids ids) {
    this.rows = rows;
    this.blocks = blocks;
    this.news = news;
    this.transaction = transaction;
    this.ids = ids;
  }

  /// The tenant's decisions, newest first.
  public Page<Decision> list(TenantId tenant, DecisionFilter filter) {
    return rows.page(tenant, filter);
  }

  /// Until when a block stands in the way; [Instant#MIN] when none does.
  Instant blockedUntil(TenantId tenant, Counted counted, Instant now) {
    return blocks.standingUntil(tenant, counted, now).orElse(Instant.MIN);
  }

  /// A block stands in the way.
  void stopped(TenantId tenant, Case about, Block block) {
    news.stopped(tenant, decision(about, block, false));
  }

  /// A rule is broken, so a block begins, unless somebody else has just opened it.
  Block open(TenantId tenant, Case about, Breach breach, Instant now) {
    AfterRollback.again(() -> openOrFind(tenant, about, breach, now));
    return openOrFind(tenant, about, breach, now);
  }

  private Block openOrFind(TenantId tenant, Case about, Breach breach, Instant now) {
    Optional<Block> opened = transaction.execute(_ -> begin(tenant, about, breach, now));
    if (opened.isEmpty()) {
      Block other = blocks.find(tenant, about.counted(), breach);
      rows.insert(tenant, decision(about, other, false));
      return other;
    }
    if (breach.rule().kind() == Kind.PREFIX) {
      blocks.contain(tenant, about.counted());
    }
    return opened.get();
  }

  private Optional<Block> begin(TenantId tenant, Case about, Breach breach, Instant now) {
    Optional<Block> opened = blocks.open(tenant, about.counted(), breach, now);
    opened.ifPresent(block -> {
      Decision decision = decision(about, block, true);
      news.opened(tenant, decision);
      LOG.warn(
          "tenant {}: {} codes in {} that nobody typed, allowed were {} ({}, {}), until {}",
          tenant,
          breach.count(),
          about.counted().country(),
          breach.threshold(),
          breach.rule().text(),
          decision.action().text(),
          block.until());
    });
    return opened;
  }

  private Decision decision(Case about, Block block, boolean opened) {
    var id = ids.next();
    return new Decision(
        id,
        about.enforce() ? Action.REFUSED : Action.WOULD_REFUSE,
        block,
        opened,
        about.counted().country(),
        about.sending().number().masked(),
        about.sending().channel(),
        about.sending().source().map(IpAddress::ofCounted).flatMap(SourceNetwork::of),
        Ids.timeOf(id));
  }

  /// A code that is judged.
  ///
  /// @param enforce whether a broken rule stops it
  record Case(Sending sending, Counted counted, boolean enforce) {}
}
