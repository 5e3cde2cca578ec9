// On the import page: files dropped on the field are chosen, and what is chosen is told.

const drop = document.querySelector(".drop");
const field = document.getElementById("files");

if (drop && field) {
  const tell = () => {
    const files = [...field.files];
    const size = files.reduce((sum, file) => sum + file.size, 0);
    drop.querySelector("[data-chosen]").textContent =
      files.length ? `${files.length} ${files.length === 1 ? "file" : "files"}, ${(size / 1e6).toFixed(1)} MB` : "Nothing chosen yet.";
  };
  field.addEventListener("change", tell);
  drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    field.files = event.dataTransfer.files;
    tell();
  });
}
