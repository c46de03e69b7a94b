package io.tweestap.audit.chain;

/// What can be wrong with a chain.
public enum Fault {
  EDITED("its content is not what was recorded: it was edited"),
  FORGED("it was not written here: it was inserted or replaced"),
  MOVED("it was recorded, but not at this place: rows were swapped, moved or taken out"),
  MISSING("the row of this position is missing: it was deleted"),
  CUT_OFF("the end of the chain is missing: the last rows were deleted"),
  BEYOND_END("it stands outside of the chain: it was inserted"),
  UNSEALED_FORGED("it waits for its seal, but was not written here: it was inserted or edited"),
  PURGED_EARLY("its content is missing, and its time was not over"),
  ENDS_EDITED("the record of where the chain begins and ends was edited"),
  ENDS_MISSING("the record of where the chain begins and ends was deleted"),
  CHAIN_MISSING("the whole chain is missing: it was deleted"),
  CHAIN_REPLACED("the chain was begun anew: the one before was deleted");

  private final String words;

  Fault(String words) {
    this.words = words;
  }

  /// A clause for people, about the row.
  public String words() {
    return words;
  }
}
