package dk.brobygger.web.delegation;

import dk.brobygger.search.Desk;
import dk.brobygger.web.page.Press;
import dk.brobygger.web.staff.StaffDoor;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** All pages about delegations, over one data folder. */
public final class Delegations {

  private final NewPages beginnings;
  private final StaffPages staff;
  private final ResultPages results;
  private final WishPages wishes;

  /**
   * The pages of a data folder.
   *
   * @param data the folder
   * @param desk the same folder, open
   * @param door lets staff in
   * @param press makes the pages
   * @param clock tells when
   * @throws IOException if what came of earlier meetings cannot be read
   */
  public Delegations(Path data, Desk desk, StaffDoor door, Press press, Clock clock)
      throws IOException {
    Dossiers dossiers = new Dossiers(data);
    beginnings = new NewPages(desk, dossiers, door, press, clock);
    staff = new StaffPages(desk, dossiers, door, press, clock);
    results = new ResultPages(desk, dossiers, door, press, clock);
    results.remember();
    wishes = new WishPages(desk, dossiers, door.seal(), press, clock);
  }

  /** Adds the pages to a server. */
  public void addTo(RoutesConfig routes) {
    beginnings.addTo(routes);
    results.addTo(routes);
    staff.addTo(routes);
    wishes.addTo(routes);
  }
}
