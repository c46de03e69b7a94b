package io.tweestap.risk;

import io.tweestap.risk.Decision.Action;
import io.tweestap.risk.jdbc.BlockRows;
import io.tweestap.risk.jdbc.DecisionRows;
import io.tweestap.risk.jdbc.VelocityRows.Key;
import io.tweestap.risk.rule.Block;
import io.tweestap.risk.rule.Breach;
import io.tweestap.shared.AfterRollback;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What the fraud guard refused of messages, or would have: one decision for each rule and request.
/// The first of a block also goes into the audit and to those who listen, in the transaction that
/// opens the block.
@Component
class MessageDecisions {
  private final DecisionRows rows;
  private final BlockRows blocks;
  private final DecisionNews news;
  private final TransactionTemplate transaction;
  private final Ids ids;

  MessageDecisions(
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

  /// Messages that are judged.
  ///
  /// @param to the first recipient that it is about, masked
  record About(Key key, String country, String to, boolean enforce) {}

  /// A block stands in the way.
  void stopped(TenantId tenant, About about, Block block) {
    news.stopped(tenant, decision(about, block, false));
  }

  /// A rule is broken, so a block begins, unless somebody else has just opened it.
  Block open(TenantId tenant, About about, Breach breach, Instant now) {
    AfterRollback.again(() -> openOrFind(tenant, about, breach, now));
    return openOrFind(tenant, about, breach, now);
  }

  private Block openOrFind(TenantId tenant, About about, Breach breach, Instant now) {
    Optional<Block> opened =
        transaction.execute(_ -> {
          Optional<Block> begun = blocks.open(tenant, about.key(), breach, now);
          begun.ifPresent(block -> news.opened(tenant, decision(about, block, true)));
          return begun;
        });
    return opened.orElseGet(() -> found(tenant, about));
  }

  private Block found(TenantId tenant, About about) {
    Block other = blocks.find(tenant, about.key());
    rows.insert(tenant, decision(about, other, false));
    return other;
  }

  private Decision decision(About about, Block block, boolean opened) {
    var id = ids.next();
    return new Decision(
        id,
        about.enforce() ? Action.REFUSED : Action.WOULD_REFUSE,
        block,
        opened,
        about.country(),
        about.to(),
        Channel.SMS,
        Optional.empty(),
        Ids.timeOf(id));
  }
}
