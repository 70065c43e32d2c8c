package dk.brobygger.web.delegation;

import dk.brobygger.search.Desk;
import dk.brobygger.web.page.Press;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** All pages about delegations, over one data folder. */
public final class Delegations {

  private final StaffDoor door;
  private final StaffPages staff;
  private final ResultPages results;
  private final WishPages wishes;

  /**
   * The pages of a data folder.
   *
   * @param data the folder; its secret is made where there is none
   * @param desk the same folder, open
   * @param press makes the pages
   * @param clock tells when
   * @throws IOException if the secret can be neither read nor written
   */
  public Delegations(Path data, Desk desk, Press press, Clock clock) throws IOException {
    Seal seal = Seal.of(data);
    Dossiers dossiers = new Dossiers(data);
    door = new StaffDoor(seal, press, clock);
    staff = new StaffPages(desk, dossiers, door, seal, press, clock);
    results = new ResultPages(dossiers, door, press, clock);
    wishes = new WishPages(desk, dossiers, seal, press, clock);
  }

  /** What staff type to be let in. */
  public String key() {
    return door.key();
  }

  /** Adds the pages to a server. */
  public void addTo(RoutesConfig routes) {
    door.addTo(routes);
    results.addTo(routes);
    staff.addTo(routes);
    wishes.addTo(routes);
  }
}
