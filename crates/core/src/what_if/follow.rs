//! From the loads with the fewest changes to a plan: their times are sought where the people who take over are busy already.
//!
//! Where lessons of many classes run beside each other, whatever shares pupils with a lesson that gets another teacher is half of the
//! school. What is in the way is far less: the lessons that the new teacher gives at that time.

use uurwerk_model::TeacherIx;

use super::area::{Area, Keep};
use super::near;
use super::scene::Scene;
use super::search::Search;

/// Loads of the whole school: the holder of every post.
pub(super) type Loads = Vec<Option<TeacherIx>>;

/// Tries the areas that these loads point at: first what is in the way moves, then also what it is in the way of.
pub(super) fn follow(search: &mut Search, loads: &Loads) {
    let scene = search.scene;
    let mut area = Area {
        posts: search.faults.posts.clone(),
        events: search.faults.events.clone(),
        keep: Keep::NotTeams,
    };
    for (post, (new, old)) in loads.iter().zip(&scene.base.holders).enumerate() {
        area.posts[post] |= new != old;
    }
    let (moved, in_the_way) = clashes(scene, loads);
    area.lessons_of_posts(scene);
    area.neighbours_of(scene, &in_the_way);
    let mut wider = area.clone();
    wider.neighbours_of(scene, &moved);
    for area in [area, wider] {
        let area = area.without_what_is_held(scene, search.problem);
        if search.is_open() && !(search.control.stop)() && search.fits(&area) {
            search.try_area(&area);
        }
    }
}

/// The plan that the engine finds for these loads near the base, in `share` percent of the time left.
pub(super) fn near_base(search: &mut Search, loads: &Loads, share: u32) {
    let allocation = search.scene.allocation(loads);
    let found = near::smallest(search, allocation, share);
    search.offer_within_budget(found);
}

/// Events of posts that change hands at whose time the new holder has another event, and those others.
fn clashes(scene: &Scene, loads: &Loads) -> (Vec<usize>, Vec<usize>) {
    let mut busy = vec![Vec::new(); scene.school.staff().len()];
    for (at, event) in scene.events.iter().enumerate() {
        for holder in event.posts.iter().filter_map(|post| loads[post.at()]) {
            busy[holder.at()].push(at);
        }
    }
    let (mut moved, mut in_the_way) = (Vec::new(), Vec::new());
    for (at, event) in scene.events.iter().enumerate() {
        let Some(start) = event.start else { continue };
        let new = event.posts.iter().filter_map(|post| {
            let new = loads[post.at()];
            new.filter(|_| new != scene.base.holders[post.at()])
        });
        for holder in new {
            let meets = |other: &usize| {
                let other = (*other != at).then(|| &scene.events[*other]);
                other.is_some_and(|other| {
                    let theirs = other.start.map(|start| other.slots(start));
                    theirs.is_some_and(|t| event.slots(start).any(|slot| t.contains(&slot)))
                })
            };
            let others = busy[holder.at()].iter().copied().filter(meets);
            let before = in_the_way.len();
            in_the_way.extend(others);
            if in_the_way.len() > before {
                moved.push(at);
            }
        }
    }
    (moved, in_the_way)
}
