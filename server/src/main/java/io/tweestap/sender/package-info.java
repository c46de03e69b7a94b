/// Which sender names may be used in which country, asked before anything is counted or sent.
@ApplicationModule
@NullMarked
package io.tweestap.sender;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
