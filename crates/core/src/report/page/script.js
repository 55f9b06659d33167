(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const sheets = [...document.querySelectorAll(".sheet")];
  const choose = document.querySelector(".choose");
  if (!choose || sheets.length === 0) return;
  choose.hidden = false;
  const selects = [...choose.querySelectorAll("select")];
  const show = (sheet) => {
    sheets.forEach((other) => other.classList.toggle("on", other === sheet));
    selects.forEach((select) => { select.value = ""; });
    selects.forEach((select) => {
      const option = select.querySelector(`option[value="${sheet.id}"]`);
      if (option) select.value = sheet.id;
    });
  };
  const follow = () => {
    const sheet = sheets.find((s) => "#" + s.id === location.hash);
    if (!sheet) return;
    show(sheet);
    sheet.scrollIntoView();
  };
  selects.forEach((select) => select.addEventListener("change", () => {
    const sheet = document.getElementById(select.value);
    if (!sheet) return;
    show(sheet);
    history.replaceState(null, "", "#" + sheet.id);
  }));
  choose.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.print) {
      root.classList.add("only");
      window.print();
      return;
    }
    const select = selects.find((s) => s.value !== "");
    const last = select.options.length - 1;
    const next = select.selectedIndex + Number(button.dataset.step);
    select.selectedIndex = next === 0 ? last : next > last ? 1 : next;
    select.dispatchEvent(new Event("change"));
  });
  window.addEventListener("afterprint", () => root.classList.remove("only"));
  window.addEventListener("hashchange", follow);
  show(sheets[0]);
  follow();
})();
